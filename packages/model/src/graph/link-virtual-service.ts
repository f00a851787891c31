import { resolveGatewayName } from '../resources/gateway-name.ts';
import { resolveHost } from '../resources/host-name.ts';
import type { ValueRecord } from '../resources/tolerant-value.ts';
import { fieldOf } from '../resources/tolerant-value.ts';
import { findHostTarget } from './find-host.ts';
import { type Links, NO_LINKS } from './graph-entry.ts';
import type { GraphLookup, ResourceOf } from './graph-lookup.ts';
import { linkDelegates } from './link-delegates.ts';
import { linkDestinations } from './link-destinations.ts';
import type { LinkDraft } from './link-draft.ts';
import { linkGateways, textItems } from './link-gateways.ts';
import type { Reference } from './reference.ts';
import type { BindsEdge, TopologyEdge, TopologyNode, VirtualServiceNode } from './topology.ts';

/** Links a VirtualService to its Gateways, destinations and delegates. */
export function linkVirtualService(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  references: Reference[] | null,
): Links {
  const { details } = resource;
  const draft: LinkDraft = { absent: [], references };
  const node: VirtualServiceNode = {
    id: resource.id,
    kind: 'VirtualService',
    namespace: resource.namespace,
    name: resource.name,
    status: 'present',
    resourceId: resource.id,
    stale: resource.stale,
    explanation: '',
    duplicates: lookup.countDuplicates(resource.id),
    hosts: details.hosts,
    gateways: details.gateways,
    isDelegate: details.hosts.length === 0,
    http: details.http,
    tls: details.tls,
    tcp: details.tcp,
  };
  const binds = linkGateways(lookup, resource, draft);
  const edges: readonly TopologyEdge[] = binds;
  const routes = linkDestinations(lookup, resource, gatewayPorts(lookup, binds), draft);
  const delegates = linkDelegates(lookup, resource, draft);
  referToHosts(lookup, resource, draft);
  referToMatchedGateways(lookup, resource, draft);
  return {
    node,
    edges: edges.concat(routes, delegates),
    absent: mapOf(draft.absent),
    exposedBy: NO_LINKS.exposedBy,
  };
}

function mapOf(nodes: readonly TopologyNode[]): Links['absent'] {
  if (nodes.length === 0) return NO_LINKS.absent;
  return new Map(nodes.map((node) => [node.id, node]));
}

/** The ports of the servers that it is bound to: what Istio takes where a destination names none. */
function gatewayPorts(lookup: GraphLookup, binds: readonly BindsEdge[]): readonly number[] {
  const ports = new Set<number>();
  for (const { source, servers } of binds) {
    const details = lookup.findResource(source)?.details;
    if (details?.type !== 'Gateway') continue;
    for (const { server } of servers) {
      const port = details.servers.find(({ index }) => index === server)?.port ?? null;
      if (port !== null) ports.add(port);
    }
  }
  return [...ports];
}

/** A host of the mesh is often the Service that the routes are for; any other is just a name. */
function referToHosts(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  { references }: LinkDraft,
): void {
  for (const { text, index } of textItems(resource, 'hosts')) {
    const fqdn = resolveHost(text, resource.namespace, lookup.assumptions);
    const target = findHostTarget(lookup, fqdn, resource.namespace);
    if (target === null || target.kind === 'assumed-gateway') continue;
    if (target.kind === 'ServiceEntry' && target.wildcard !== null) continue;
    references?.push({
      kind: 'virtual-service-host',
      from: resource.id,
      path: ['spec', 'hosts', index],
      text,
      status: 'found',
      target: target.kind === 'Service' ? target.service.id : target.serviceEntry.id,
    });
  }
}

/** Gateways that single matches are limited to. */
function referToMatchedGateways(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  draft: LinkDraft,
): void {
  const spec = fieldOf(resource.value, 'spec');
  for (const protocol of ['http', 'tls', 'tcp'] as const) {
    if (resource.details[protocol].some(({ matches }) => matches.some(hasGateways)))
      walkMatchGateways(spec as ValueRecord, protocol, (text, path) => {
        const name = resolveGatewayName(text, resource.namespace);
        if (name === null) return;
        const target = `Gateway/${name.namespace}/${name.name}`;
        const isForeign = lookup.assumptions.foreignNamespaces.includes(name.namespace);
        const absent = isForeign ? 'unknown' : 'dangling';
        const status = lookup.findResource(target) === undefined ? absent : 'found';
        draft.references?.push({ kind: 'gateway', from: resource.id, path, text, status, target });
      });
  }
}

function hasGateways(match: ValueRecord): boolean {
  return Array.isArray(fieldOf(match, 'gateways'));
}

function walkMatchGateways(
  spec: ValueRecord,
  protocol: string,
  visit: (text: string, path: readonly (string | number)[]) => void,
): void {
  itemsOf(spec, protocol).forEach((route, at) => {
    itemsOf(route, 'match').forEach((match, matchAt) => {
      itemsOf(match, 'gateways').forEach((text, index) => {
        if (typeof text === 'string')
          visit(text, ['spec', protocol, at, 'match', matchAt, 'gateways', index]);
      });
    });
  });
}

function itemsOf(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  const items = fieldOf(value as ValueRecord, name);
  return Array.isArray(items) ? items : [];
}
