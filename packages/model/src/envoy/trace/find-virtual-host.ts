import { splitAuthority } from '../redirect-location.ts';
import type { RouteConfig, VirtualHost } from '../route-config.ts';

/** A virtual host, and the domain of it that a host fits. */
export interface FoundHost {
  readonly virtualHost: VirtualHost;
  readonly domain: string;
}

/**
 * The virtual host for a Host header: its port does not count, nor does case. The very host comes
 * first, then the longest wildcard over it, then `*`. null: there is none, and no other is tried.
 */
export function findVirtualHost(
  { virtualHosts }: RouteConfig,
  authority: string,
): FoundHost | null {
  const byDomain = indexDomains(virtualHosts);
  const host = hostOf(authority);
  const suffixes = Array.from(host, (_, at) => `*${host.slice(at + 1)}`);
  for (const domain of [host, ...suffixes]) {
    const virtualHost = byDomain.get(domain);
    if (virtualHost !== undefined) return { virtualHost, domain };
  }
  const virtualHost = byDomain.get('*');
  return virtualHost === undefined ? null : { virtualHost, domain: '*' };
}

const indexes = new WeakMap<readonly VirtualHost[], ReadonlyMap<string, VirtualHost>>();

function indexDomains(virtualHosts: readonly VirtualHost[]): ReadonlyMap<string, VirtualHost> {
  const known = indexes.get(virtualHosts);
  if (known !== undefined) return known;
  const index = new Map(
    virtualHosts.flatMap((one) => one.domains.map((domain) => [domain, one] as const)),
  );
  indexes.set(virtualHosts, index);
  return index;
}

/** The host of a Host header, in small letters and without the port. */
export function hostOf(authority: string): string {
  return splitAuthority(authority).host.toLowerCase();
}
