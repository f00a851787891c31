import { isWildcard } from '../../../../resources/host-name.ts';
import type { Judge } from '../judge.ts';
import { whyNotDomain } from '../parts/domain-name.ts';
import { familyOf } from '../parts/protocol.ts';
import { at, isFilled, isSet, itemsOf, type Place, readText, textOf } from '../place.ts';
import { judgeEndpoint } from './judge-endpoint.ts';

/** Whether hosts, addresses, ports and endpoints go with how the hosts are resolved. */
export function judgeResolution(judge: Judge, spec: Place, resolution: string): void {
  switch (resolution) {
    case 'NONE':
      judgeNone(judge, spec);
      break;
    case 'STATIC':
      for (const endpoint of itemsOf(at(spec, 'endpoints')))
        judgeEndpoint(judge, endpoint, { spec, resolution: 'STATIC' });
      break;
    case 'DNS':
    case 'DNS_ROUND_ROBIN':
      judgeDns(judge, spec, resolution);
      break;
    case 'DYNAMIC_DNS':
      judgeDynamicDns(judge, spec);
      break;
  }
  if (resolution !== 'NONE') judgeSeveralHosts(judge, spec);
}

function judgeNone(judge: Judge, spec: Place): void {
  if (isFilled(at(spec, 'endpoints')))
    judge.refuse(
      at(spec, 'endpoints'),
      'no endpoints should be provided for resolution type none',
      'With resolution NONE traffic goes where it was going, so there are no endpoints. Write resolution: STATIC or DNS.',
    );
  if (isSet(at(spec, 'workloadSelector')))
    judge.warn(
      at(spec, 'workloadSelector'),
      'workloadSelector should not be set when resolution mode is NONE',
      'With resolution NONE traffic goes where it was going, so no workload gets it. Write resolution: STATIC.',
    );
}

function judgeDns(judge: Judge, spec: Place, resolution: string): void {
  const endpoints = itemsOf(at(spec, 'endpoints'));
  for (const place of endpoints.length === 0 ? itemsOf(at(spec, 'hosts')) : []) {
    const host = readText(place);
    if (host !== null && whyNotDomain(host) !== null)
      judge.refuse(
        place,
        `hosts must be FQDN if no endpoints are provided for resolution mode ${resolution}`,
        `With resolution ${resolution} the host is looked up in DNS, and "${host}" cannot be. Write a whole name, or add endpoints.`,
      );
  }
  const second = endpoints[1];
  if (resolution === 'DNS_ROUND_ROBIN' && second !== undefined)
    judge.refuse(
      second,
      `there must only be 0 or 1 endpoint for resolution mode ${resolution}`,
      'With DNS_ROUND_ROBIN there is one endpoint at most. Write resolution: DNS for several.',
    );
  for (const endpoint of endpoints) judgeEndpoint(judge, endpoint, { spec, resolution: 'DNS' });
  if (isSet(at(spec, 'workloadSelector')))
    judge.warn(
      at(spec, 'workloadSelector'),
      `workloadSelector should not be set when resolution mode is ${resolution}`,
      'With DNS the addresses come from DNS, so no workload gets the traffic. Write resolution: STATIC.',
    );
  judgeSeveralHostsAtAddress(judge, spec);
}

/** A port of plain TCP, by whose address alone hosts can be told apart. */
function findTcpPort(spec: Place): Place | undefined {
  return itemsOf(at(spec, 'ports')).find((port) =>
    ['tcp', 'tls'].includes(familyOf(textOf(at(port, 'protocol')))),
  );
}

function judgeSeveralHostsAtAddress(judge: Judge, spec: Place): void {
  const second = itemsOf(at(spec, 'hosts'))[1];
  if (second === undefined || !isFilled(at(spec, 'addresses'))) return;
  if (findTcpPort(spec) === undefined) return;
  judge.warn(
    second,
    'service entry can not have more than one host specified simultaneously with address and tcp port',
    'Hosts at one address with a port for TCP cannot be told apart. Write a ServiceEntry for each.',
  );
}

const DYNAMIC_PROTOCOLS = ['HTTP', 'HTTP2', 'GRPC', 'TLS'];

function judgeDynamicDns(judge: Judge, spec: Place): void {
  for (const place of itemsOf(at(spec, 'hosts'))) {
    const host = readText(place);
    if (host !== null && !isWildcard(host))
      judge.refuse(
        place,
        'hosts must be wildcard for resolution mode DYNAMIC_DNS',
        `DYNAMIC_DNS is for wildcards such as *.example.com. For "${host}" write resolution: DNS.`,
      );
  }
  for (const name of ['addresses', 'endpoints']) {
    if (isFilled(at(spec, name)))
      judge.refuse(
        at(spec, name),
        `${name} must not be set for resolution mode DYNAMIC_DNS`,
        `With DYNAMIC_DNS addresses come from DNS at the time of the request. Take ${name} out.`,
      );
  }
  for (const port of itemsOf(at(spec, 'ports'))) {
    const protocol = readText(at(port, 'protocol'));
    if (protocol !== null && !DYNAMIC_PROTOCOLS.includes(protocol.toUpperCase()))
      judge.refuse(
        at(port, 'protocol'),
        `protocol must be HTTP, TLS, GRPC or HTTP2 for resolution mode DYNAMIC_DNS`,
        `DYNAMIC_DNS needs requests that name their host. The protocol is one of ${DYNAMIC_PROTOCOLS.join(', ')}.`,
      );
  }
}

function judgeSeveralHosts(judge: Judge, spec: Place): void {
  if (itemsOf(at(spec, 'hosts')).length < 2) return;
  const port = itemsOf(at(spec, 'ports')).find((one) => {
    const protocol = readText(at(one, 'protocol'));
    return protocol !== null && !['http', 'tls'].includes(familyOf(protocol));
  });
  if (port === undefined) return;
  judge.refuse(
    isSet(at(port, 'protocol')) ? at(port, 'protocol') : port,
    'multiple hosts provided with non-HTTP, non-TLS ports',
    'Only requests of HTTP and connections of TLS name their host, so several hosts cannot share this port. Write a ServiceEntry for each host, or another protocol.',
  );
}
