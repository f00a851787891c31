import type {
  RoutesEdge,
  TopologyEdge,
  TopologyNode,
  VirtualServiceNode,
} from '../../graph/topology.ts';
import { whyNotNamespace } from '../../schema/values/name-rules.ts';
import type { Snapshot } from '../../snapshot.ts';
import { edgesOf, findResource, findTopologyNode } from '../../snapshot-lookup.ts';
import type { EditCommand, FieldValue } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import {
  type ManifestName,
  newDestinationRule,
  newGateway,
  newLoadBalancer,
  newService,
  newServiceEntry,
  newVirtualService,
} from '../manifests/new-manifest.ts';
import { uniqueName, whyNotName } from '../manifests/resource-name.ts';
import { refuse } from '../result.ts';
import { assumedGateway, gatewaySelector } from './assumed-gateway.ts';
import { serversFor } from './gateway-servers.ts';
import { findUnroutedService, findUnselectedWorkload } from './loose-ends.ts';

/** Writes what a node stands for into the text: with the ports, hosts and subsets that name it. */
export function planWriteNode(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'write-node' }>,
): PlanResult {
  const node = findTopologyNode(snapshot, command.node);
  if (node === undefined) {
    return refuse('This node is not there any more.');
  }
  if (node.status === 'present') {
    return refuse(`${node.name} is in the text already.`);
  }
  const external = externalHost(snapshot, node);
  const kind = node.kind === 'LoadBalancer' ? 'Service' : node.kind;
  const reason =
    external !== null ? null : (whyNotName(kind, node.name) ?? whyNotNamespace(node.namespace));
  if (reason !== null) {
    return refuse(`It cannot be written as it is named: ${reason}`);
  }
  const draft = createEditDraft(snapshot);
  for (const manifest of manifestsOf(snapshot, node, external)) {
    draft.append(manifest);
  }
  // A host outside the cluster becomes a ServiceEntry, a node of another kind.
  const reveal = external === null ? node.id : null;
  return draft.finish({ label: `Write ${node.name} into the text`, reveal });
}

function manifestsOf(
  snapshot: Snapshot,
  node: TopologyNode,
  external: string | null,
): readonly FieldValue[] {
  const edges = edgesOf(snapshot, node.id);
  const { defaultNamespace } = snapshot.assumptions;
  const namespace = node.namespace === defaultNamespace ? null : node.namespace;
  const name: ManifestName = { name: node.name, namespace };
  switch (node.kind) {
    case 'LoadBalancer': {
      const gateway = snapshot.assumptions.gateways.find(
        (one) => one.name === node.name && one.namespace === node.namespace,
      );
      return [
        newLoadBalancer(
          { ...name, namespace: node.namespace },
          gateway ?? assumedGateway(snapshot),
        ),
      ];
    }
    case 'Gateway': {
      const selector = gatewaySelector(assumedGateway(snapshot).labels);
      return [newGateway(name, selector, serversFor(boundTo(snapshot, edges)))];
    }
    case 'VirtualService': {
      const service = findUnroutedService(snapshot, node.namespace);
      const route = [{ destination: { host: service?.name ?? node.name } }];
      return [newVirtualService(name, { hosts: [], route })];
    }
    case 'Service':
    case 'ServiceEntry': {
      const routes = edges.filter((edge) => edge.kind === 'routes');
      return external === null
        ? servicesFor(snapshot, node, name, routes)
        : [serviceEntryFor(snapshot, external, routes)];
    }
  }
}

function boundTo(
  snapshot: Snapshot,
  edges: readonly TopologyEdge[],
): readonly VirtualServiceNode[] {
  return edges.flatMap((edge) => {
    const node = edge.kind === 'binds' ? findTopologyNode(snapshot, edge.target) : undefined;
    return node?.kind === 'VirtualService' ? [node] : [];
  });
}

function servicesFor(
  snapshot: Snapshot,
  node: TopologyNode,
  name: ManifestName,
  routes: readonly RoutesEdge[],
): readonly FieldValue[] {
  const workload = findUnselectedWorkload(snapshot, node.namespace);
  const isOwnWorkload = workload?.labels.app === node.name;
  const selector = isOwnWorkload && workload ? workload.labels : { app: node.name };
  const numbers = [...new Set(routes.flatMap(({ port }) => port ?? []))].sort((a, b) => a - b);
  const ports = (numbers.length > 0 ? numbers : [80]).map((port, index) => ({
    name: portName(routes, port, index),
    port,
    targetPort: isOwnWorkload && workload && numbers.length < 2 ? workload.containerPort : port,
  }));
  const service = newService(name, selector, ports);
  const subsets = [...new Set(routes.flatMap(({ subset }) => subset ?? []))];
  const ruleName = uniqueName(snapshot, 'DestinationRule', node.namespace, node.name);
  const hasRule =
    findResource(snapshot, `DestinationRule/${node.namespace}/${node.name}`) !== undefined;
  return subsets.length === 0 || hasRule
    ? [service]
    : [service, newDestinationRule({ ...name, name: ruleName }, node.name, subsets)];
}

function portName(routes: readonly RoutesEdge[], port: number, index: number): string {
  const route = routes.find((one) => one.port === port) ?? routes[0];
  const protocol = route?.protocol ?? 'http';
  return index === 0 ? protocol : `${protocol}-${port}`;
}

/** The host of a missing Service that can be no Service of the cluster, such as `www.example.com`. */
function externalHost(snapshot: Snapshot, node: TopologyNode): string | null {
  if (node.kind !== 'Service' || node.missingHost === null) {
    return null;
  }
  const host = node.missingHost;
  const { clusterDomain } = snapshot.assumptions;
  const isInCluster =
    !host.includes('.') || (clusterDomain !== '' && host.endsWith(`.svc.${clusterDomain}`));
  const isUsable = /^[a-z0-9](?:[-a-z0-9.]*[a-z0-9])?$/i.test(host);
  return isInCluster || !isUsable ? null : host;
}

function serviceEntryFor(
  snapshot: Snapshot,
  host: string,
  routes: readonly RoutesEdge[],
): FieldValue {
  const [route] = routes;
  const source = findResource(snapshot, route?.source ?? '');
  const { defaultNamespace } = snapshot.assumptions;
  const namespace = source?.namespace ?? defaultNamespace;
  const base = host.toLowerCase().replaceAll('.', '-').slice(0, 60);
  const name = uniqueName(snapshot, 'ServiceEntry', namespace, base);
  const written = namespace === defaultNamespace ? null : namespace;
  const byNumber = new Map(routes.toReversed().map((one) => [numberOf(one), one]));
  const ports = [...(byNumber.size > 0 ? byNumber : new Map([[443, undefined]]))]
    .sort(([a], [b]) => a - b)
    .map(([number, one]) => entryPort(number, one));
  return newServiceEntry({ name, namespace: written }, host, ports.map(nameApart));
}

function numberOf({ port, protocol }: RoutesEdge): number {
  return port ?? (protocol === 'http' ? 80 : 443);
}

type EntryPort = ReturnType<typeof entryPort>;

/** Names of ports are unique: the second of a protocol has its number in it. */
function nameApart(port: EntryPort, index: number, all: readonly EntryPort[]): EntryPort {
  const isTaken = all.slice(0, index).some(({ name }) => name === port.name);
  return isTaken ? { ...port, name: `${port.name}-${port.number}` } : port;
}

function entryPort(number: number, route: RoutesEdge | undefined) {
  if (route?.protocol === 'tcp') {
    return { number, name: 'tcp', protocol: 'TCP' };
  }
  return number === 443 || route?.protocol === 'tls'
    ? { number, name: 'https', protocol: 'HTTPS' }
    : { number, name: 'http', protocol: 'HTTP' };
}
