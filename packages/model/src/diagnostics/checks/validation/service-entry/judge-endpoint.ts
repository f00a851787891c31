import { isIpAddress } from '../../../../schema/values/address-rules.ts';
import { whyNotEndpointAddress } from '../../../../schema/values/host-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { whyNotDomain } from '../parts/domain-name.ts';
import {
  isUnixAddress,
  judgeLabels,
  judgePort,
  judgePortName,
  judgeUnixAddress,
} from '../parts/judge-values.ts';
import {
  at,
  entriesOf,
  isFilled,
  isSet,
  itemsOf,
  keyOf,
  numberOf,
  type Place,
  readText,
  textOf,
} from '../place.ts';

/** What an endpoint belongs to: the spec of its ServiceEntry. */
export interface EndpointOwner {
  readonly spec: Place;
  readonly resolution: 'STATIC' | 'DNS';
}

/** One endpoint of a ServiceEntry, or by itself as a WorkloadEntry: then no ports or resolution are known. */
export function judgeEndpoint(judge: Judge, endpoint: Place, owner: EndpointOwner | null): void {
  if (owner !== null && !isSet(endpoint)) {
    judge.refuse(endpoint, 'endpoint cannot be nil', 'Nothing is written for this endpoint.');
    return;
  }
  const ports = owner === null ? null : itemsOf(at(owner.spec, 'ports'));
  const resolution = owner?.resolution ?? null;
  if (!judgeEndpointAddress(judge, endpoint, resolution, ports?.length ?? 1)) return;
  judgeLabels(judge, at(endpoint, 'labels'));
  const names = ports?.map((port) => textOf(at(port, 'name'))) ?? null;
  for (const port of entriesOf(at(endpoint, 'ports'))) {
    const name = keyOf(port);
    if (names?.includes(name) === false)
      judge.refuse(
        port,
        `endpoint port ${numberOf(port) || 0} is not defined by the service entry`,
        `The ServiceEntry has no port named "${name}". Write the name of one of its ports.`,
        'key',
      );
    judgePortName(judge, port, name);
    judgePort(judge, port);
  }
}

/** Whether the rest is looked at: without an address Istio does not. */
function judgeEndpointAddress(
  judge: Judge,
  endpoint: Place,
  resolution: 'STATIC' | 'DNS' | null,
  ports: number,
): boolean {
  const place = at(endpoint, 'address');
  const address = readText(place);
  if (address === null) return true;
  if (resolution !== 'DNS' && address === '') return judgeMissingAddress(judge, endpoint, place);
  if (resolution !== 'DNS' && isUnixAddress(address)) {
    judgeUnixEndpoint(judge, endpoint, place, ports);
    return true;
  }
  const takesNames = resolution !== 'STATIC';
  if (isIpAddress(address) || (takesNames && whyNotDomain(address) === null)) return true;
  judge.refuse(
    place,
    `endpoint address ${quoteGo(address)} is not a valid ${takesNames ? 'FQDN or an ' : ''}IP address`,
    whyNotEndpointAddress(address) ??
      `"${address}" is a name. With resolution STATIC an endpoint has an IP address; for names write resolution: DNS.`,
  );
  return true;
}

function judgeMissingAddress(judge: Judge, endpoint: Place, place: Place): boolean {
  const network = textOf(at(endpoint, 'network'));
  if (network === '') {
    judge.refuse(
      place,
      'address is required',
      'This endpoint has no address. Write its IP address.',
    );
    return false;
  }
  judge.warn(
    place,
    `address is unset with network ${quoteGo(network)}`,
    'This endpoint has a network and no address, so it is reached through the gateway of that network.',
  );
  return true;
}

function judgeUnixEndpoint(judge: Judge, endpoint: Place, place: Place, ports: number): void {
  judgeUnixAddress(judge, place);
  if (isFilled(at(endpoint, 'ports')))
    judge.refuse(
      at(endpoint, 'ports'),
      `unix endpoint ${textOf(place)} must not include ports`,
      'A Unix socket has no ports. Take them out.',
    );
  if (ports !== 1)
    judge.refuse(
      place,
      'exactly 1 service port required for unix endpoints',
      'With a Unix socket as endpoint, the ServiceEntry has exactly one port.',
    );
}
