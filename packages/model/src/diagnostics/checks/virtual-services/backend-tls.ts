import { resolveHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Finding, Lookup, ResourceCheck } from '../../engine/check.ts';
import { findRegistryHost } from '../../facts/find-registry-host.ts';
import { fullName } from '../../facts/full-name.ts';
import { listDestinations, type NamedDestination } from '../../facts/list-destinations.ts';
import { alwaysOriginatesTls, originatesTls } from '../../facts/rule-tls.ts';
import { RULES_BY_HOST, wildcardsOver } from '../../relations/destination-rules.ts';
import { REGISTRY_HOSTS } from '../../relations/registry-hosts.ts';

/** Does a destination get TLS once: not plain http at a port for https, and not TLS within TLS? */
export const backendTls: ResourceCheck = {
  name: 'backend-tls',
  codes: ['PTL271', 'PTL272'],
  about: ['VirtualService'],
  reads: [REGISTRY_HOSTS, RULES_BY_HOST],
  run: (resource, lookup, report) => {
    if (resource.details.type !== 'VirtualService') return;
    for (const destination of listDestinations(resource.details)) {
      if (destination.protocol === 'tcp' || destination.isMirror) continue;
      const rules = findRules(resource, destination, lookup);
      const finding =
        destination.protocol === 'http'
          ? judgeHttp(resource, destination, rules, lookup)
          : judgeTls(destination, rules);
      if (finding !== null) report({ ...finding, resource });
    }
  },
};

type Verdict = Omit<Finding, 'resource'>;

function findRules(
  { namespace }: Resource,
  { host }: NamedDestination,
  lookup: Lookup,
): readonly Resource[] {
  const fqdn = resolveHost(host, namespace, lookup.assumptions);
  return [fqdn, ...wildcardsOver(fqdn)].flatMap((name) => lookup.find(RULES_BY_HOST, name));
}

function judgeHttp(
  { namespace, details }: Resource,
  { host, port, path }: NamedDestination,
  rules: readonly Resource[],
  lookup: Lookup,
): Verdict | null {
  if (details.type !== 'VirtualService' || rules.some(originatesTls)) return null;
  // Inside the mesh http routes do not touch what is encrypted.
  if (!details.gateways?.some((text) => text !== 'mesh')) return null;
  const known = findRegistryHost(lookup, { host, namespace, exportTo: details.exportTo });
  if (known?.resource == null) return null;
  const number = port ?? (known.ports.length === 1 ? known.ports[0] : undefined);
  if (number === undefined || !isForHttps(known.resource, number)) return null;
  return {
    code: 'PTL271',
    path: port === null ? [...path, 'host'] : [...path, 'port', 'number'],
    message: `Port ${number} of "${host}" is for https, and these requests come there as plain http: TLS has ended at the gateway, or there was none. Add a DestinationRule with tls.mode SIMPLE for "${host}", or send them to a port for http.`,
    related: [{ resource: known.resource.id, path: ['spec', 'ports'], message: 'is for https' }],
    data: { host, port: number },
  };
}

function isForHttps({ details }: Resource, number: number): boolean {
  if (details.type === 'ServiceEntry')
    return details.ports.some(
      (port) => port.number === number && port.protocol.toUpperCase() === 'HTTPS',
    );
  if (details.type !== 'Service') return false;
  return details.ports.some(
    ({ port, name, appProtocol }) => port === number && /^https(?:-|$)/i.test(appProtocol ?? name),
  );
}

function judgeTls({ host, path }: NamedDestination, rules: readonly Resource[]): Verdict | null {
  const rule = rules.find(alwaysOriginatesTls);
  if (rule === undefined) return null;
  return {
    code: 'PTL272',
    path: [...path, 'host'],
    message: `Connections of tls routes are encrypted by the client already, and the DestinationRule ${fullName(rule)} encrypts them once more, which "${host}" does not expect. Take its tls settings away, or end TLS at the gateway and write http routes.`,
    related: [
      { resource: rule.id, path: ['spec', 'trafficPolicy', 'tls'], message: 'begins TLS again' },
    ],
    data: { host, rule: rule.id },
  };
}
