import type { Assumptions } from './assumptions.ts';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Whether the host begins with a wildcard. */
export function isWildcard(host: string): boolean {
  return host.startsWith('*');
}

/** Whether the host is an IP address, which is never completed to a name. */
export function isIpAddress(host: string): boolean {
  return host.includes(':') || IPV4.test(host);
}

/** The FQDN by which Istio knows a Service. With an empty cluster domain it is `name.namespace`. */
export function serviceHost(
  name: string,
  namespace: string,
  { clusterDomain }: Pick<Assumptions, 'clusterDomain'>,
): string {
  return clusterDomain === ''
    ? `${name}.${namespace}`
    : `${name}.${namespace}.svc.${clusterDomain}`;
}

/**
 * A host as Istio reads it in a VirtualService or DestinationRule of this namespace: a name
 * without a dot is a Service beside it; `*`, IP addresses and every name with a dot stay as they
 * are (so `reviews.prod` is not completed).
 */
export function resolveHost(
  host: string,
  namespace: string,
  assumptions: Pick<Assumptions, 'clusterDomain'>,
): string {
  if (host === '' || host === '*' || host.includes('.') || isIpAddress(host)) return host;
  return serviceHost(host, namespace, assumptions);
}

/** The Service that a FQDN of the cluster's domain stands for, if it is one. */
export function findServiceName(
  host: string,
  { clusterDomain }: Pick<Assumptions, 'clusterDomain'>,
): { readonly name: string; readonly namespace: string } | null {
  const suffix = clusterDomain === '' ? '' : `.svc.${clusterDomain}`;
  if (!host.endsWith(suffix)) return null;
  const parts = host.slice(0, host.length - suffix.length).split('.');
  const [name, namespace] = parts;
  if (parts.length !== 2 || !name || !namespace || isWildcard(name)) return null;
  return { name, namespace };
}

/** What follows the first character of each wildcard that covers this host, the longest first. */
export function wildcardSuffixes(host: string): readonly string[] {
  const suffixes: string[] = [];
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
    if (dot > 0) suffixes.push(host.slice(dot));
  suffixes.push('');
  return suffixes;
}

/** Whether every name that `host` stands for is one that `other` stands for. */
export function isSubsetOf(host: string, other: string): boolean {
  if (!isWildcard(other)) return host === other;
  if (!isWildcard(host)) return host.endsWith(other.slice(1));
  return host.length >= other.length && host.slice(1).endsWith(other.slice(1));
}

/** Whether the host is one of those that are assumed to exist, or under a wildcard among them. */
export function isExternalHost(host: string, { externalHosts }: Assumptions): boolean {
  return externalHosts.some((external) => isSubsetOf(host, external));
}

/**
 * The hosts that both lists stand for: of each pair the more specific one. Case counts, as it
 * does in Istio.
 */
export function intersectHosts(
  hosts: readonly string[],
  others: readonly string[],
): readonly string[] {
  const common = new Set<string>();
  for (const host of hosts) {
    for (const other of others) {
      if (isSubsetOf(host, other)) common.add(host);
      else if (isSubsetOf(other, host)) common.add(other);
    }
  }
  return [...common];
}

/**
 * A server's hosts as they count for a VirtualService of `namespace`: `ns/host` for that namespace
 * only, `./host` for the Gateway's own, `*` + `/host` for all. One `*` + `/*` makes the whole
 * server `*`.
 */
export function serverHostsFor(
  hosts: readonly string[],
  gatewayNamespace: string,
  namespace: string,
): readonly string[] {
  const usable: string[] = [];
  for (const written of hosts) {
    const slash = written.indexOf('/');
    if (slash < 0) {
      usable.push(written);
      continue;
    }
    const prefix = written.slice(0, slash);
    const host = written.slice(slash + 1).split('/')[0] ?? '';
    if (prefix === '*' && host === '*') return ['*'];
    const from = prefix === '.' ? gatewayNamespace : prefix;
    if (from === '*' || from === namespace) usable.push(host);
  }
  return usable;
}
