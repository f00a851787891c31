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
  const host = hostOf(authority);
  let best: FoundHost | null = null;
  for (const virtualHost of virtualHosts)
    for (const domain of virtualHost.domains) {
      if (domain === host) return { virtualHost, domain };
      const isOver =
        domain === '*' ||
        (domain.startsWith('*') &&
          host.length > domain.length - 1 &&
          host.endsWith(domain.slice(1)));
      if (isOver && (best === null || domain.length > best.domain.length))
        best = { virtualHost, domain };
    }
  return best;
}

/** The host of a Host header, in small letters and without the port. */
export function hostOf(authority: string): string {
  return splitAuthority(authority).host.toLowerCase();
}
