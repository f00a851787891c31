import {
  findServiceName,
  isSubsetOf,
  resolveHost,
  serviceHost,
} from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';

/** A host that traffic can go to, as it is written in one namespace. */
export interface KnownHost {
  readonly host: string;
  /** The Service or ServiceEntry that has it. */
  readonly resource: Resource;
}

/** The hosts that can be written in a namespace: its own Services by their short names, hosts outside, the other Services in full. */
export function listHosts(
  { resources, assumptions }: Snapshot,
  namespace: string,
): readonly KnownHost[] {
  const near: KnownHost[] = [];
  const outside: KnownHost[] = [];
  const far: KnownHost[] = [];
  for (const resource of resources) {
    const { details } = resource;
    if (details.type === 'Service') {
      const isNear = resource.namespace === namespace;
      const full = serviceHost(resource.name, resource.namespace, assumptions);
      const host = isNear && !resource.name.includes('.') ? resource.name : full;
      (isNear ? near : far).push({ host, resource });
    } else if (details.type === 'ServiceEntry') {
      for (const host of details.hosts) outside.push({ host, resource });
    }
  }
  return [...near, ...outside, ...far];
}

/** The Service or ServiceEntry that a host written in a namespace means. */
export function findHostResource(
  snapshot: Snapshot,
  host: string,
  namespace: string,
): Resource | undefined {
  if (host === '') return undefined;
  const full = resolveHost(host, namespace, snapshot.assumptions);
  const service = findServiceName(full, snapshot.assumptions);
  const found = service && findResource(snapshot, `Service/${service.namespace}/${service.name}`);
  if (found?.details.type === 'Service') return found;
  const entries = snapshot.resources.filter(({ details }) => details.type === 'ServiceEntry');
  const hostsOf = ({ details }: Resource) => (details.type === 'ServiceEntry' ? details.hosts : []);
  return (
    entries.find((entry) => hostsOf(entry).includes(full)) ??
    entries.find((entry) => hostsOf(entry).some((wide) => isSubsetOf(full, wide)))
  );
}

/** The DestinationRules for a host that is written in a namespace, those for exactly this host first. */
export function findRulesFor(
  { resources, assumptions }: Snapshot,
  host: string,
  namespace: string,
): readonly Resource[] {
  if (host === '') return [];
  const full = resolveHost(host, namespace, assumptions);
  const hostOf = ({ details, namespace: home }: Resource) =>
    details.type === 'DestinationRule' ? resolveHost(details.host, home, assumptions) : '';
  const exact = resources.filter((resource) => hostOf(resource) === full);
  if (exact.length > 0) return exact;
  return resources.filter(
    (resource) => hostOf(resource) !== '' && isSubsetOf(full, hostOf(resource)),
  );
}
