import { toWrittenTrace } from './envoy/compile/ingress/written-origins.ts';
import { chooseWorkload } from './envoy/trace/choose-workload.ts';
import { connectionRefused } from './envoy/trace/client-views.ts';
import type { Trace } from './envoy/trace/trace.ts';
import type { TraceRequest } from './envoy/trace/trace-request.ts';
import { traceThroughGateway } from './envoy/trace/trace-through-gateway.ts';
import type { RegexEngine } from './schema/values/regex-engine.ts';
import type { Snapshot } from './snapshot.ts';
import { gatewayConfigOf, gatewayWorkloads, worldOf } from './snapshot-envoy.ts';
import { findTopologyNode } from './snapshot-lookup.ts';

/**
 * Sends a request through what istiod would program for the snapshot, and tells every hop. Without
 * `regex` no regular expression can be tried, and a match with one is taken not to fit.
 */
export function traceRequest(
  snapshot: Snapshot,
  request: TraceRequest,
  regex: RegexEngine | null,
): Trace {
  const config = chooseWorkload(
    gatewayWorkloads(snapshot),
    (workload) => gatewayConfigOf(snapshot, workload),
    request,
  );
  if (config === null) return withoutGateway(request);
  const world = worldOf(snapshot);
  const trace = traceThroughGateway({
    world,
    config,
    request,
    regex,
    nodeOfService: (namespace, name) => {
      const balancer = `LoadBalancer/${namespace}/${name}`;
      return findTopologyNode(snapshot, balancer) === undefined
        ? `Service/${namespace}/${name}`
        : balancer;
    },
  });
  return toWrittenTrace(world.written, trace);
}

function withoutGateway(request: TraceRequest): Trace {
  const reason =
    request.gateway === null
      ? 'No gateway is in this text, and none is assumed.'
      : `There is no gateway ${request.gateway}: no Gateway that applies to known pods, no Service in front of some, and no workload has this name.`;
  return {
    request,
    outcome: 'connection-refused',
    workload: null,
    listener: null,
    filterChain: null,
    routeConfig: null,
    virtualHost: null,
    route: null,
    cluster: null,
    destination: null,
    status: null,
    flag: null,
    location: null,
    upstream: null,
    shares: [],
    fault: null,
    notes: [],
    client: connectionRefused(request),
    steps: [
      {
        hop: 'load-balancer',
        matched: false,
        found: null,
        reason,
        candidates: [],
        origins: [],
        node: null,
      },
    ],
    lesson: {
      meaning: 'There is nothing that could take the connection.',
      causes: [{ text: reason, applies: true, origin: null }],
    },
  };
}
