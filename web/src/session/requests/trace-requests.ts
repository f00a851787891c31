import {
  changedOutcomesInSlices,
  type Expectation,
  expectationOf,
  gatewayConfigsInSlices,
  loadRegexEngine,
  type OutcomeChange,
  type RegexEngine,
  requestsForRoutesInSlices,
  type Slices,
  type Snapshot,
  type Trace,
  type TraceRequest,
  traceRequest,
} from '@portolan/model';

/** Sends many requests through a text, with pauses. */
export interface RequestTracer {
  /** A trace for each request, in their order. */
  readonly traces: (
    snapshot: Snapshot,
    requests: readonly TraceRequest[],
  ) => Slices<readonly Trace[]>;
  /** A request for each route, with how it ends. */
  readonly forRoutes: (snapshot: Snapshot) => Slices<readonly TracedRequest[]>;
  /** The requests for the routes of both that end otherwise. */
  readonly compare: (before: Snapshot, after: Snapshot) => Slices<readonly OutcomeChange[]>;
}

/** A request, and how it ends. */
export interface TracedRequest {
  readonly request: TraceRequest;
  readonly expect: Expectation;
}

/** Loads what runs regular expressions, and gives the tracer. */
export async function loadRequestTracer(): Promise<RequestTracer> {
  const regex = await loadRegexEngine();
  return {
    traces: (snapshot, requests) => traceAll(snapshot, requests, regex),
    forRoutes: (snapshot) => traceRoutes(snapshot, regex),
    compare: (before, after) => changedOutcomesInSlices(before, after, regex),
  };
}

function* traceAll(
  snapshot: Snapshot,
  requests: readonly TraceRequest[],
  regex: RegexEngine,
): Slices<readonly Trace[]> {
  yield* gatewayConfigsInSlices(snapshot);
  const traces: Trace[] = [];
  for (const request of requests) {
    traces.push(traceRequest(snapshot, request, regex));
    yield null;
  }
  return traces;
}

function* traceRoutes(snapshot: Snapshot, regex: RegexEngine): Slices<readonly TracedRequest[]> {
  const requests = yield* requestsForRoutesInSlices(snapshot, regex);
  const traces = yield* traceAll(snapshot, requests, regex);
  return traces.map((trace) => ({ request: trace.request, expect: expectationOf(trace) }));
}
