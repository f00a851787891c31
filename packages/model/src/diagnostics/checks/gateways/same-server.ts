import { pairsOf } from '../../../graph/provided-slots.ts';
import type { Gateway, GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, ResourceCheck } from '../../engine/check.ts';
import { findPods, printSelector, READS_OF_PODS } from '../../facts/find-pods.ts';
import { fullName } from '../../facts/full-name.ts';
import {
  bindOf,
  GATEWAYS_BY_SERVER,
  runsOf,
  type ServerPlace,
  serverKey,
} from '../../relations/gateways.ts';

const MOST = 20;

/**
 * Another Gateway with the same host on the same port of the same workload. As Istio's
 * gateway.ConflictingGatewayAnalyzer has it: hosts are compared as they are written.
 */
export const sameServer: ResourceCheck = {
  name: 'same-server',
  codes: ['IST0145'],
  about: ['Gateway'],
  reads: [...READS_OF_PODS, GATEWAYS_BY_SERVER],
  run: (resource, lookup, report) => {
    const { details } = resource;
    if (details.type !== 'Gateway') return;
    for (const server of details.servers) {
      const others = findOthers(resource, details, server, lookup);
      const [first] = others;
      if (first === undefined) continue;
      const names = others.map(({ gateway }) => fullName(gateway)).toSorted();
      report({
        code: 'IST0145',
        resource,
        path: ['spec', 'servers', server.index, 'hosts', server.hosts.indexOf(first.host)],
        message: `The host "${first.host}" on port ${server.port ?? 0} is also in the Gateway ${names.join(', ')}, for the same pods: only one of them counts. Keep the host in one Gateway.`,
        args: [
          names.join(','),
          printSelector(details.selector),
          String(server.port ?? 0),
          server.hosts.join(','),
        ],
        related: others.map(({ gateway, host }) => ({
          resource: gateway.id,
          path: ['spec', 'servers'],
          message: `"${host}" is also here`,
        })),
        data: { host: first.host, port: server.port ?? 0 },
      });
    }
  },
};

interface Other {
  readonly gateway: Resource;
  readonly host: string;
}

function findOthers(
  resource: Resource,
  { selector }: Gateway,
  server: GatewayServer,
  lookup: Lookup,
): readonly Other[] {
  const pairs = pairsOf(selector ?? {});
  const found = new Map<Resource, Other>();
  for (const host of server.hosts) {
    const place = { bind: bindOf(resource, server), port: server.port, host };
    for (const key of keysFor(pairs, place))
      for (const gateway of lookup.find(GATEWAYS_BY_SERVER, key)) {
        if (found.size >= MOST) break;
        if (gateway.id === resource.id || found.has(gateway)) continue;
        if (sharesPods(resource, gateway, lookup)) found.set(gateway, { gateway, host });
      }
  }
  return [...found.values()];
}

/** Gateways whose selector has this one within, and those whose whole selector is a part of this one. */
function keysFor(pairs: readonly string[], place: ServerPlace): readonly string[] {
  const smaller = runsOf(pairs).filter((run) => run.length < pairs.length);
  return [serverKey('<', pairs, place), ...smaller.map((run) => serverKey('=', run, place))];
}

/** Equal selectors need no pod that has both. */
function sharesPods(
  { details: one }: Resource,
  { details: other }: Resource,
  lookup: Lookup,
): boolean {
  if (one.type !== 'Gateway' || other.type !== 'Gateway') return false;
  if (printSelector(one.selector) === printSelector(other.selector)) return true;
  const both = { ...one.selector, ...other.selector };
  return findPods(lookup, both).length > 0;
}
