import type { FilterChain } from '../../gateway-config.ts';
import { EMPTY_REPLY } from '../client-views.ts';
import { resolveShares } from '../resolve-shares.ts';
import type { Trace } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';

/** Bytes go on to the clusters of a filter chain as they come. */
export function proxyTcp(draft: TraceDraft, chain: FilterChain): Trace | null {
  const { filter, origins, server } = chain;
  if (filter.kind !== 'tcp') return null;
  const service = filter.route?.resourceId ?? null;
  draft.step({
    hop: 'action',
    matched: true,
    reason:
      filter.clusters.length === 1
        ? 'The connection goes on to one destination.'
        : `Each connection goes to one of ${filter.clusters.length} destinations, by their weights.`,
    origins: filter.route === null ? origins : [filter.route],
    node: service ?? `Gateway/${server.gateway}`,
  });
  const shares = resolveShares(draft, filter.clusters, service, 503, 'tcp-proxied');
  draft.send(shares, null);
  const [worst] = shares.toSorted((one, other) => other.share - one.share);
  if (worst === undefined || worst.outcome === 'tcp-proxied')
    return draft.end({ outcome: 'tcp-proxied' });
  return draft.end({
    outcome: worst.outcome,
    flag: worst.outcome === 'no-cluster' ? 'NC' : 'UH',
    client: EMPTY_REPLY,
    meaning: 'The gateway takes the connection, finds nobody to pass it on to, and closes it.',
    causes: draft.clusterCauses(),
  });
}
