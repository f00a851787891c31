import { type GatewayName, resolveGatewayName } from '../resources/gateway-name.ts';
import { intersectHosts, resolveHost, serverHostsFor } from '../resources/host-name.ts';
import type { Resource } from '../resources/resource.ts';
import { listField, recordField } from '../resources/tolerant-value.ts';
import { type Absence, absentGateway, foreignAbsence, namedBy } from './absent-node.ts';
import { type GraphLookup, isOf, type ResourceOf } from './graph-lookup.ts';
import type { LinkDraft } from './link-draft.ts';
import type { Reference } from './reference.ts';
import type { BindsEdge, FieldOrigin } from './topology.ts';
import { listWords } from './word-list.ts';

interface NamedGateway extends GatewayName {
  readonly id: string;
  readonly origins: FieldOrigin[];
}

/** The texts of a sequence in the manifest's spec, with their places. */
export function textItems(
  resource: Resource,
  field: string,
): readonly { readonly text: string; readonly index: number }[] {
  const items: { text: string; index: number }[] = [];
  listField(recordField(resource.value, 'spec'), field).forEach((text, index) => {
    if (typeof text === 'string') items.push({ text, index });
  });
  return items;
}

/** A `binds` edge from each Gateway that the VirtualService names, and the references to them. */
export function linkGateways(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  draft: LinkDraft,
): readonly BindsEdge[] {
  const named = new Map<string, NamedGateway>();
  for (const { text, index } of textItems(resource, 'gateways')) {
    const name = resolveGatewayName(text, resource.namespace);
    if (name === null) continue;
    const id = `Gateway/${name.namespace}/${name.name}`;
    const path = ['spec', 'gateways', index];
    const origin = { resourceId: resource.id, path };
    const gateway = named.get(id);
    if (gateway === undefined) named.set(id, { ...name, id, origins: [origin] });
    else gateway.origins.push(origin);
    draft.references?.push({
      kind: 'gateway',
      from: resource.id,
      path,
      text,
      status: statusOf(lookup, id, name.namespace),
      target: id,
    });
  }
  const hosts = resource.details.hosts.map((host) =>
    resolveHost(host, resource.namespace, lookup.assumptions),
  );
  return Array.from(named.values(), (gateway) => {
    const found = lookup.findResource(gateway.id);
    return isOf(found, 'Gateway')
      ? bindToGateway(resource, found, hosts, gateway.origins)
      : bindToAbsent(lookup, resource, gateway, draft);
  });
}

function statusOf(lookup: GraphLookup, id: string, namespace: string): Reference['status'] {
  if (lookup.findResource(id) !== undefined) return 'found';
  return lookup.assumptions.foreignNamespaces.includes(namespace) ? 'unknown' : 'dangling';
}

function bindToGateway(
  resource: ResourceOf<'VirtualService'>,
  gateway: ResourceOf<'Gateway'>,
  hosts: readonly string[],
  origins: readonly FieldOrigin[],
): BindsEdge {
  const servers = gateway.details.servers.flatMap((server) => {
    const usable = serverHostsFor(server.hosts, gateway.namespace, resource.namespace);
    const common = intersectHosts(usable, hosts);
    return common.length === 0 ? [] : [{ server: server.index, hosts: common }];
  });
  const common = [...new Set(servers.flatMap((server) => server.hosts))];
  return {
    id: `binds:${gateway.id}>${resource.id}`,
    kind: 'binds',
    source: gateway.id,
    target: resource.id,
    broken: servers.length > 0 ? null : whyUnbound(resource, gateway),
    label:
      servers.length > 0
        ? `${gateway.name} hands requests for ${listWords(common)} to ${resource.name}.`
        : `${resource.name} names the Gateway ${gateway.name}, but they have no host in common.`,
    origins,
    stale: resource.stale || gateway.stale,
    servers,
  };
}

function whyUnbound(
  resource: ResourceOf<'VirtualService'>,
  gateway: ResourceOf<'Gateway'>,
): string {
  const { hosts } = resource.details;
  if (hosts.length === 0)
    return 'The VirtualService has no hosts, so it is never used on a Gateway by itself, only as a delegate of another VirtualService. Give it hosts, or take its gateways away.';
  const written = gateway.details.servers.flatMap((server) => server.hosts);
  if (written.length === 0)
    return `The Gateway ${gateway.name} has no hosts in its servers, so it takes no request. Give a server the hosts that it is for.`;
  const bare = written.map((host) => host.slice(host.indexOf('/') + 1));
  const wouldBind = intersectHosts(bare, hosts).length > 0;
  if (wouldBind)
    return `The Gateway ${gateway.name} takes these hosts only from other namespaces: its hosts are ${listWords(written)}, and this VirtualService is in namespace ${resource.namespace}. Write the host in the Gateway as ${resource.namespace}/host, or without a namespace for all.`;
  return `The Gateway ${gateway.name} is for ${listWords(written)} and the VirtualService for ${listWords(hosts)}: no host is in both, so the Gateway answers 404. Use the same host on both sides, or a wildcard such as *.example.com in the Gateway.`;
}

function bindToAbsent(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  gateway: NamedGateway,
  draft: LinkDraft,
): BindsEdge {
  const isForeign = statusOf(lookup, gateway.id, gateway.namespace) === 'unknown';
  const absence = isForeign
    ? foreignAbsence('Gateway', gateway)
    : missingGateway(lookup, resource, gateway);
  draft.absent.push(absentGateway(gateway, absence, resource.stale));
  return {
    id: `binds:${gateway.id}>${resource.id}`,
    kind: 'binds',
    source: gateway.id,
    target: resource.id,
    broken: isForeign
      ? null
      : `There is no Gateway ${gateway.name} in namespace ${gateway.namespace} in this text, so no request comes this way.`,
    label: isForeign
      ? `${resource.name} takes its requests from the Gateway ${gateway.name}, which is outside this text.`
      : `${resource.name} names the Gateway ${gateway.name}, which is not there.`,
    origins: gateway.origins,
    stale: resource.stale,
    servers: [],
  };
}

function missingGateway(
  lookup: GraphLookup,
  resource: Resource,
  { namespace, name }: NamedGateway,
): Absence {
  const start = `${capitalize(namedBy(resource))} names a Gateway ${name} in namespace ${namespace}, and it is not in this text.`;
  const elsewhere = lookup
    .findProviders('gateway-name', name)
    .map((other) => other.resource.namespace);
  const other = lookup.findResource(`Gateway.gateway.networking.k8s.io/${namespace}/${name}`);
  if (other !== undefined)
    return {
      status: 'missing',
      explanation: `${start} The Gateway of this name is one of the Gateway API (gateway.networking.k8s.io), which routes with HTTPRoutes instead of VirtualServices.`,
    };
  if (elsewhere.length > 0)
    return {
      status: 'missing',
      explanation: `${start} There is one in namespace ${listWords(elsewhere)}: a Gateway of another namespace is written with it, as ${elsewhere[0]}/${name}.`,
    };
  return {
    status: 'missing',
    explanation: `${start} Add the Gateway, correct the name in the VirtualService, or say in the assumptions that the namespace is outside this text.`,
  };
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
