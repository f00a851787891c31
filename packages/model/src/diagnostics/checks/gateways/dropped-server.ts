import { mergeServers } from '../../../envoy/compile/gateways/merge-servers.ts';
import type { Drop, ServerState } from '../../../envoy/gateway-config.ts';
import { trafficOf } from '../../../envoy/server-traffic.ts';
import { isOf, type ResourceOf } from '../../../graph/graph-lookup.ts';
import type { Finding, ResourceCheck } from '../../engine/check.ts';

/**
 * Servers of one Gateway on one port: which does istiod drop, because an earlier one has the port
 * for another protocol, or a host of it? The compile says so.
 */
export const droppedServer: ResourceCheck = {
  name: 'dropped-server',
  codes: ['PTL260', 'PTL261'],
  about: ['Gateway'],
  reads: [],
  run: (resource, _lookup, report) => {
    if (!isOf(resource, 'Gateway')) return;
    const alone = { gateway: resource, fronts: [], namesServices: false };
    const { states } = mergeServers([alone], false);
    for (const state of states)
      for (const drop of state.drops) {
        const other = states.find(({ origin }) => origin === drop.by);
        const finding = other === undefined ? null : judge(resource, state, drop, other);
        if (finding !== null) report({ ...finding, resource });
      }
  },
};

function judge(
  resource: ResourceOf<'Gateway'>,
  state: ServerState,
  { reason }: Drop,
  other: ServerState,
): Omit<Finding, 'resource'> | null {
  if (reason === 'host-taken') return judgeHost(resource, state, other);
  // What Istio makes nothing of is said as what it is.
  const isMeant = [state, other].every(({ index }) => hasTraffic(resource, index));
  if (reason !== 'port-taken' || !isMeant) return null;
  const { index, port, protocol } = state;
  return {
    code: 'PTL260',
    path: ['spec', 'servers', index, 'port', 'protocol'],
    message: `Istio drops this server: port ${port} is one for ${other.protocol} by a server before it, and ${protocol} cannot be there too. Give them different ports.`,
    related: [placeOf(resource, other, 'has the port already')],
    data: { server: index, port },
  };
}

function judgeHost(
  resource: ResourceOf<'Gateway'>,
  { index, port, hosts }: ServerState,
  other: ServerState,
): Omit<Finding, 'resource'> | null {
  const shared = hosts.find((host) => other.hosts.includes(host));
  // Of a single host KIA0301 says enough.
  if (shared === undefined || new Set(hosts).size === 1) return null;
  return {
    code: 'PTL261',
    path: ['spec', 'servers', index, 'hosts'],
    message: `Istio drops this server with all its hosts, because another server on port ${port} has "${shared}" already. Keep each host in one server.`,
    related: [placeOf(resource, other, 'has the host already')],
    data: { server: index, host: shared },
  };
}

function hasTraffic({ details }: ResourceOf<'Gateway'>, index: number): boolean {
  const server = details.servers.find((one) => one.index === index);
  return server !== undefined && trafficOf(server) !== 'none';
}

function placeOf({ id }: ResourceOf<'Gateway'>, { index }: ServerState, message: string) {
  return { resource: id, path: ['spec', 'servers', index], message };
}
