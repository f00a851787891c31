import { findCluster } from '../../compile/clusters/find-cluster.ts';
import type { EnvoyRoute, ForwardAction } from '../../route-config.ts';
import { normalizePath } from '../normalize-path.ts';
import { percent, resolveShares } from '../resolve-shares.ts';
import type { Trace, TraceOutcome } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import { upstreamRequest } from '../upstream-request.ts';

/** The request goes on: what is changed, and to whom. */
export function forward(draft: TraceDraft, route: EnvoyRoute, action: ForwardAction): Trace {
  const { request, regex } = draft.context;
  const { virtualService } = route;
  const incoming = { ...request, path: normalizePath(request.path) };
  const upstream = upstreamRequest(route, action, incoming, regex);
  draft.step({
    hop: 'action',
    matched: true,
    found:
      action.clusters.length === 1 ? 'one destination' : `${action.clusters.length} destinations`,
    reason: describe(action, incoming.path, upstream.path, upstream.host, request.host),
    origins: [...(action.rewrite === null ? [] : [action.rewrite.origin]), action.origin],
    node: virtualService,
  });
  tellAside(draft, action);
  const shares = resolveShares(
    draft,
    action.clusters,
    virtualService,
    action.missingClusterStatus,
    'routed',
  );
  draft.send(shares, upstream);
  const [largest] = shares.toSorted((one, other) => other.share - one.share);
  for (const { outcome, share, cluster } of shares)
    if (outcome !== largest?.outcome)
      draft.note(`${percent(share)} of the requests end otherwise: ${cluster} (${outcome}).`);
  if (largest === undefined || largest.outcome === 'routed')
    return draft.end({ outcome: 'routed' });
  return failed(draft, largest.outcome, largest.status ?? 503);
}

function failed(draft: TraceDraft, outcome: TraceOutcome, status: number): Trace {
  return draft.end({
    outcome,
    status,
    flag: outcome === 'no-cluster' ? 'NC' : 'UH',
    meaning:
      outcome === 'no-cluster'
        ? 'The gateway has the route, and knows nothing of where it leads (cluster_not_found). It tries no other route.'
        : 'The gateway knows the Service, and no pod of it is ready: "no healthy upstream".',
    causes: draft.clusterCauses(),
  });
}

function describe(
  { clusters, timeout }: ForwardAction,
  path: string,
  newPath: string,
  host: string,
  sentHost: string,
): string {
  const where =
    clusters.length === 1
      ? 'The request goes on to one destination'
      : `Each request goes to one of ${clusters.length} destinations, by their weights`;
  const bare = newPath.split('?')[0] ?? newPath;
  const changes = [
    ...(bare === path ? [] : [`its path becomes ${bare}`]),
    ...(host === sentHost ? [] : [`its host becomes ${host}`]),
    ...(timeout === null ? [] : [`it has ${timeout} to be answered`]),
  ];
  return `${[where, ...changes].join('; ')}.`;
}

function tellAside(draft: TraceDraft, action: ForwardAction): void {
  const { world, config } = draft.context;
  for (const { cluster, percentage } of action.mirrors) {
    const state = findCluster(world, cluster, config.workload);
    draft.note(
      `A copy of ${percentage === 100 ? 'every request' : `${percentage} % of the requests`} goes to ${cluster.name}; nobody waits for its answer.${state.status === 'missing' ? ` That does not exist, and nothing says so. ${state.reason}` : ''}`,
      cluster.origin,
    );
  }
  if (action.timeout !== null)
    draft.note(`After ${action.timeout} the gateway answers 504 (flag UT).`, action.origin);
  const { attempts, isDefault, retryOn } = action.retries;
  if (!isDefault)
    draft.note(
      attempts === 0
        ? 'A request that fails is not sent again.'
        : `A request that fails is sent again, up to ${attempts} ${attempts === 1 ? 'time' : 'times'} (${retryOn}).`,
      action.origin,
    );
}
