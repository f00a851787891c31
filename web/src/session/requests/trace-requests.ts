import {
  changedOutcomesInSlices,
  type Expectation,
  expectationOf,
  gatewayConfigOf,
  gatewayWorkloads,
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
    compare: (before, after) => compareAll(before, after, regex),
  };
}

function* traceAll(
  snapshot: Snapshot,
  requests: readonly TraceRequest[],
  regex: RegexEngine,
): Slices<readonly Trace[]> {
  yield* compileAll(snapshot);
  const traces: Trace[] = [];
  for (const request of requests) {
    traces.push(traceRequest(snapshot, request, regex));
    yield null;
  }
  return traces;
}

function* traceRoutes(snapshot: Snapshot, regex: RegexEngine): Slices<readonly TracedRequest[]> {
  yield* compileAll(snapshot);
  const requests = yield* requestsForRoutesInSlices(snapshot, regex);
  const traces = yield* traceAll(snapshot, requests, regex);
  return traces.map((trace) => ({ request: trace.request, expect: expectationOf(trace) }));
}

function* compareAll(
  before: Snapshot,
  after: Snapshot,
  regex: RegexEngine,
): Slices<readonly OutcomeChange[]> {
  yield* compileAll(before);
  yield* compileAll(after);
  return yield* changedOutcomesInSlices(before, after, regex);
}

/** One gateway a step: the first trace would compile all of them at once. */
function* compileAll(snapshot: Snapshot): Slices<void> {
  for (const workload of gatewayWorkloads(snapshot)) {
    yield null;
    gatewayConfigOf(snapshot, workload);
  }
  yield null;
}
