import { textItems } from '../../../graph/link-gateways.ts';
import {
  findServiceName,
  intersectHosts,
  isIpAddress,
  isWildcard,
  resolveHost,
  serverHostsFor,
} from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Code } from '../../codes/catalogue.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { findNamedGateways } from '../../facts/find-bound-servers.ts';
import { fullName } from '../../facts/full-name.ts';
import { bareHost } from '../../relations/bindings.ts';
import { GATEWAYS_BY_NAME } from '../../relations/gateways.ts';

/**
 * Does each Gateway that a VirtualService names take each of its hosts? Istio speaks only where it
 * takes none (IST0132); and where it is a near thing, this says what is in the way.
 */
export const hostCoverage: ResourceCheck = {
  name: 'host-coverage',
  codes: ['PTL200', 'PTL201', 'PTL202', 'PTL203'],
  about: ['VirtualService'],
  reads: [GATEWAYS_BY_NAME],
  run: (resource, lookup, report) => {
    const gateways = findGateways(resource, lookup);
    if (gateways.length === 0) return;
    const hosts = textItems(resource, 'hosts').map(({ text, index }) => {
      const fqdn = resolveHost(text, resource.namespace, lookup.assumptions);
      // A placeholder such as $HOST is the same on both sides.
      const names = [fqdn, text];
      const takers = gateways.filter(({ usable }) => intersectHosts(usable, names).length > 0);
      return { text, index, fqdn, takers };
    });
    const isOnMesh = textItems(resource, 'gateways').some(({ text }) => text === 'mesh');
    for (const host of hosts) {
      const isMeshName = findServiceName(host.fqdn, lookup.assumptions) !== null;
      if (isOnMesh && isMeshName) continue;
      for (const gateway of gateways) {
        if (host.takers.includes(gateway)) continue;
        const takesAny = hosts.some(({ takers }) => takers.includes(gateway));
        const isUsed = isOnMesh || host.takers.length > 0;
        reportHost({ resource, gateway, host, takesAny, isUsed }, report);
      }
    }
  },
};

/** What a Gateway takes. */
interface Taker {
  readonly resource: Resource;
  /** As written in its servers. */
  readonly written: readonly string[];
  /** What counts for the VirtualService's namespace. */
  readonly usable: readonly string[];
}

interface Miss {
  readonly resource: Resource;
  readonly gateway: Taker;
  readonly host: { readonly text: string; readonly index: number; readonly fqdn: string };
  /** Whether the Gateway takes another host of the VirtualService. */
  readonly takesAny: boolean;
  /** Whether the host counts elsewhere. */
  readonly isUsed: boolean;
}

function findGateways(resource: Resource, lookup: Lookup): readonly Taker[] {
  return findNamedGateways(resource, lookup).map(({ gateway, details: { servers } }) => ({
    resource: gateway,
    written: servers.flatMap(({ hosts }) => hosts),
    usable: servers.flatMap(({ hosts }) =>
      serverHostsFor(hosts, gateway.namespace, resource.namespace),
    ),
  }));
}

function reportHost(miss: Miss, report: Report): void {
  const { resource, gateway, host, takesAny, isUsed } = miss;
  const reason = findReason(miss);
  if (reason === null && !takesAny) return;
  const { code, why } = reason ?? {
    code: 'PTL200',
    why: `no server of it has the host (it has ${listHosts(gateway.written)}). Add the host there, or take it away here.`,
  };
  report({
    code,
    resource,
    path: ['spec', 'hosts', host.index],
    severity: isUsed ? 'info' : 'warning',
    message: `The Gateway ${fullName(gateway.resource)} does not take "${host.text}" from here: ${why}`,
    follows: takesAny ? null : 'IST0132',
    related: [
      { resource: gateway.resource.id, path: ['spec', 'servers'], message: 'the hosts are here' },
    ],
    data: { host: host.text, namespace: gateway.resource.namespace, name: gateway.resource.name },
  });
}

interface Reason {
  readonly code: Code;
  readonly why: string;
}

/** What keeps a host away from a Gateway that has almost the same. */
function findReason({ resource, gateway, host }: Miss): Reason | null {
  const { written, usable } = gateway;
  const { fqdn } = host;
  const isNear = (hosts: readonly string[], one: string): boolean =>
    intersectHosts(hosts, [one]).length > 0;
  if (isNear(written.map(bareHost), fqdn))
    return {
      code: 'PTL202',
      why: `its hosts (${listHosts(written)}) are for VirtualServices of other namespaces. Write the host there as ${resource.namespace}/${fqdn}, or without a namespace for all.`,
    };
  if (!isWildcard(fqdn) && !isIpAddress(fqdn) && usable.includes(`*.${fqdn}`))
    return {
      code: 'PTL201',
      why: `"*.${fqdn}" stands for the names below ${fqdn}, and not for ${fqdn} itself. Add "${fqdn}" to the Gateway.`,
    };
  if (isWildcard(fqdn) && usable.includes(fqdn.slice(2)))
    return {
      code: 'PTL201',
      why: `"${fqdn}" stands for the names below ${fqdn.slice(2)}, and the Gateway takes ${fqdn.slice(2)} itself. Add "${fqdn}" to the Gateway, or write "${fqdn.slice(2)}" here.`,
    };
  const lower = usable.map((one) => one.toLowerCase());
  if (isNear(lower, fqdn.toLowerCase()))
    return {
      code: 'PTL203',
      why: 'the host is written with other capital letters there, and Istio takes that for another host. Write both in small letters.',
    };
  return null;
}

function listHosts(hosts: readonly string[]): string {
  const shown = hosts.slice(0, 4).join(', ');
  return hosts.length > 4 ? `${shown} and ${hosts.length - 4} more` : shown || 'none';
}
