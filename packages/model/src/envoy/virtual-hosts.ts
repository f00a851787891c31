import type { Assumptions } from '../resources/assumptions.ts';
import { isSubsetOf, isWildcard, resolveHost, serverHostsFor } from '../resources/host-name.ts';
import type { GatewayServer } from '../resources/kinds/gateway.ts';
import type { Resource } from '../resources/resource.ts';

/** The VirtualServices whose routes a virtual host has, by its domain. */
export type VirtualHosts = ReadonlyMap<string, readonly Resource[]>;

/**
 * The virtual hosts that istiod makes for a server of a Gateway: one for each host that it has in
 * common with a VirtualService, the more specific of both. VirtualServices with a domain in common
 * share its routes; no other routes are tried. In the order of the VirtualServices.
 */
export function virtualHostsOf(
  server: GatewayServer,
  gatewayNamespace: string,
  services: readonly Resource[],
  assumptions: Assumptions,
): VirtualHosts {
  const found = new Map<string, Resource[]>();
  const domainsOf = domainsInCommon(server, gatewayNamespace);
  for (const service of services) {
    if (service.details.type !== 'VirtualService') continue;
    const { namespace, details } = service;
    const hosts = details.hosts.map((host) => resolveHost(host, namespace, assumptions));
    for (const domain of domainsOf(namespace, hosts)) {
      const known = found.get(domain);
      if (known === undefined) found.set(domain, [service]);
      else known.push(service);
    }
  }
  return found;
}

interface ServerHosts {
  readonly exact: ReadonlySet<string>;
  readonly all: readonly string[];
}

/**
 * Tells the hosts that a server has in common with a VirtualService, given its namespace and whole
 * hosts: of each pair the more specific one, each once. Case counts.
 */
export function domainsInCommon(
  server: Pick<GatewayServer, 'hosts'>,
  gatewayNamespace: string,
): (namespace: string, hosts: readonly string[]) => readonly string[] {
  const usableOf = new Map<string, ServerHosts>();
  return (namespace, hosts) => {
    const usable = usableOf.get(namespace) ?? readHosts(server, gatewayNamespace, namespace);
    usableOf.set(namespace, usable);
    const domains = new Set<string>();
    for (const host of hosts) addDomains(usable, host, domains);
    return [...domains];
  };
}

function readHosts(
  server: Pick<GatewayServer, 'hosts'>,
  home: string,
  namespace: string,
): ServerHosts {
  const all = serverHostsFor(server.hosts, home, namespace);
  return { exact: new Set(all), all };
}

function addDomains({ exact, all }: ServerHosts, host: string, into: Set<string>): void {
  if (hostsOver(host).some((wide) => exact.has(wide))) into.add(host);
  if (isWildcard(host)) for (const narrow of all) if (isSubsetOf(narrow, host)) into.add(narrow);
}

/** The hosts that stand for all names of this one: itself, and wildcards over it, the nearest first. */
export function hostsOver(host: string): readonly string[] {
  const tail = isWildcard(host) ? host.slice(1) : host;
  const found = [host];
  for (let dot = tail.indexOf('.'); dot >= 0; dot = tail.indexOf('.', dot + 1))
    if (dot > 0) found.push(`*${tail.slice(dot)}`);
  if (host !== '*') found.push('*');
  return found;
}
