import { rangeOf, type Snapshot, type Trace } from '@portolan/model';
import type { FilePlace } from '../locate-places.ts';

/** Tells where a range of the joined text is. */
export type Locate = (range: ReturnType<typeof rangeOf>) => FilePlace | null;

/** A trace as `--json` prints it. */
export function traceJson(trace: Trace, snapshot: Snapshot, locate: Locate): unknown {
  const { outcome, listener, filterChain, routeConfig, virtualHost, route, cluster } = trace;
  const { destination, status, location, upstream, flag, shares, client, lesson } = trace;
  return {
    outcome,
    listener,
    filterChain,
    routeConfig,
    virtualHost,
    route,
    cluster,
    destination:
      destination === null
        ? null
        : { host: destination.host, port: destination.port, subset: destination.subset },
    status,
    location,
    upstreamPath: upstream?.path ?? null,
    upstreamHost: upstream?.host ?? null,
    flag,
    client: client.curl,
    shares: shares.map((share) => ({
      cluster: share.cluster,
      share: share.share,
      outcome: share.outcome,
      status: share.status,
    })),
    notes: trace.notes.map(({ text }) => text),
    causes: (lesson?.causes ?? []).filter(({ applies }) => applies).map(({ text }) => text),
    steps: trace.steps.map(({ hop, matched, found, reason, origins }) => {
      const [first] = origins;
      const place = first && locate(rangeOf(snapshot, first.resourceId, first.path));
      return {
        hop,
        resource: first?.resourceId ?? null,
        file: place?.file ?? null,
        range: place ? { start: place.start, end: place.end } : null,
        matched,
        found,
        reason,
      };
    }),
  };
}
