import { hostsOver } from '../../envoy/virtual-hosts.ts';
import { resolveHost } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Lookup } from '../engine/check.ts';

/** The hosts of many VirtualServices, so that none has to be compared with each. */
export interface HostIndex {
  /** Whether a VirtualService of a namespace that counts has a host in common with this one. */
  readonly has: (serverHost: string, gatewayNamespace: string) => boolean;
}

/** An index of the hosts of these VirtualServices. */
export function createHostIndex(services: readonly Resource[], { assumptions }: Lookup): HostIndex {
  const own = new Map<string, Set<string>>();
  const under = new Map<string, Set<string>>();
  for (const { details, namespace } of services) {
    if (details.type !== 'VirtualService') continue;
    for (const host of details.hosts) {
      const fqdn = resolveHost(host, namespace, assumptions);
      note(own, fqdn, namespace);
      // A placeholder such as $HOST is the same on both sides.
      if (fqdn !== host) note(own, host, namespace);
      for (const wide of hostsOver(fqdn)) note(under, wide, namespace);
    }
  }
  return {
    has: (serverHost, gatewayNamespace) => {
      const [prefix, host = ''] = serverHost.includes('/')
        ? serverHost.split('/')
        : ['*', serverHost];
      const from = prefix === '.' ? gatewayNamespace : (prefix ?? '*');
      const counts = (namespaces: ReadonlySet<string> | undefined): boolean =>
        namespaces !== undefined && (from === '*' || namespaces.has(from));
      return counts(under.get(host)) || hostsOver(host).some((wide) => counts(own.get(wide)));
    },
  };
}

function note(into: Map<string, Set<string>>, host: string, namespace: string): void {
  const known = into.get(host);
  if (known === undefined) into.set(host, new Set([namespace]));
  else known.add(namespace);
}
