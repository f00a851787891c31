import type { FieldOrigin } from '../../graph/topology.ts';
import type { ResourceId } from '../../resources/resource.ts';
import {
  type ClusterState,
  type FoundCluster,
  findCluster,
  nameOf,
  originOf,
} from '../compile/clusters/find-cluster.ts';
import type { WeightedCluster } from '../gateway-config.ts';
import type { TraceOutcome, TraceShare } from './trace.ts';
import type { TraceDraft } from './trace-draft.ts';

/** Looks the clusters of an action up, told hop by hop: what each part of the requests comes to. */
export function resolveShares(
  draft: TraceDraft,
  clusters: readonly WeightedCluster[],
  virtualService: ResourceId | null,
  missingStatus: number,
  good: TraceOutcome,
): readonly TraceShare[] {
  const { world, config } = draft.context;
  return clusters.map((cluster) => {
    const state = findCluster(world, cluster, config.workload);
    tellCluster(draft, cluster, state, virtualService);
    if (state.status === 'found') tellService(draft, state);
    const outcome =
      state.status === 'missing'
        ? 'no-cluster'
        : state.status === 'found' && state.endpoints.status === 'none'
          ? 'no-endpoints'
          : good;
    return {
      cluster: cluster.name,
      destination: { host: cluster.host, port: cluster.port, subset: cluster.subset },
      share: cluster.share,
      outcome,
      status: outcome === 'no-cluster' ? missingStatus : outcome === 'no-endpoints' ? 503 : null,
      origin: cluster.origin,
    };
  });
}

function tellCluster(
  draft: TraceDraft,
  cluster: WeightedCluster,
  state: ClusterState,
  virtualService: ResourceId | null,
): void {
  const part = cluster.share === 1 ? '' : ` ${percent(cluster.share)} of the requests go here.`;
  const byDefault = cluster.portIsDefault ? ` No port is written, so it is ${cluster.port}.` : '';
  draft.step({
    hop: 'cluster',
    matched: state.status !== 'missing',
    found: cluster.name,
    reason:
      state.status === 'found'
        ? `${capital(nameOf(state.service))} has the port.${byDefault}${part}`
        : `${state.reason}${part}`,
    origins: [cluster.origin, ...(state.status === 'missing' ? state.origins : [])],
    node: state.status === 'found' ? serviceNode(draft, state) : virtualService,
  });
  if (state.status === 'missing') draft.blame(state.reason, state.origins[0] ?? cluster.origin);
}

function tellService(draft: TraceDraft, state: FoundCluster): void {
  const { service, port, subset, endpoints } = state;
  const node = serviceNode(draft, state);
  const target = port.target === null ? '' : `, which leads to port ${port.target} of its pods`;
  draft.step({
    hop: 'service',
    matched: true,
    found: `${service.host}:${port.number}`,
    reason: `${capital(nameOf(service))}, port ${port.number}${port.name === '' ? '' : ` (${port.name})`}${target}.`,
    origins: own([originOf(service, ['spec', 'ports', port.index])]),
    node,
  });
  const first = endpoints.workloads[0];
  const ofSubset =
    subset === null
      ? []
      : [{ resourceId: subset.rule.id, path: ['spec', 'subsets', subset.subset.index] }];
  draft.step({
    hop: 'workload',
    matched: endpoints.status !== 'none',
    ...(first === undefined ? {} : { found: `${first.kind} ${first.namespace}/${first.name}` }),
    reason: endpoints.reason,
    candidates: endpoints.workloads.map(({ kind, namespace, name, id }) => ({
      name: `${kind} ${namespace}/${name}`,
      matched: true,
      reason: 'its pods are behind the Service',
      origin: { resourceId: id, path: ['metadata', 'name'] },
    })),
    origins: own([
      ...endpoints.workloads.map(({ id }) => ({ resourceId: id, path: ['metadata', 'name'] })),
      ...ofSubset,
      originOf(service, ['spec', 'selector']),
    ]),
    node,
  });
  if (endpoints.status === 'none')
    draft.blame(endpoints.reason, originOf(service, ['spec', 'selector']));
}

function serviceNode(draft: TraceDraft, { service }: FoundCluster): string {
  const { source, namespace } = service;
  if (source.kind === 'ServiceEntry') return source.resource.id;
  const name = source.kind === 'Service' ? source.resource.name : source.gateway.name;
  return draft.context.nodeOfService(namespace, name);
}

function own(origins: readonly FieldOrigin[]): readonly FieldOrigin[] {
  return origins.filter(({ resourceId }) => resourceId !== '');
}

/** `12.5 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
