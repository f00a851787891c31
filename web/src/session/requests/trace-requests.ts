import {
  compareOutcomes,
  type Expectation,
  expectationOf,
  findRequests,
  gatewayConfigOf,
  gatewayWorkloads,
  loadRegexEngine,
  type OutcomeChange,
  type RegexEngine,
  type Snapshot,
  type Trace,
  type TraceRequest,
  traceRequest,
} from '@portolan/model';

/** Sends many requests through a text, one after the other. */
export interface RequestTracer {
  /** One trace after the other, in the order of the requests; null: a step towards the first. */
  readonly traces: (
    snapshot: Snapshot,
    requests: readonly TraceRequest[],
  ) => Generator<Trace | null>;
  /** A request for each route, with how it ends; null: a step towards the next. */
  readonly forRoutes: (snapshot: Snapshot) => Generator<TracedRequest | null>;
  /** The requests for the routes of both that end otherwise; null: a step towards the next. */
  readonly compare: (before: Snapshot, after: Snapshot) => Generator<OutcomeChange | null>;
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
): Generator<Trace | null> {
  yield* compileAll(snapshot);
  for (const request of requests) yield traceRequest(snapshot, request, regex);
}

function* traceRoutes(snapshot: Snapshot, regex: RegexEngine): Generator<TracedRequest | null> {
  yield* compileAll(snapshot);
  for (const request of findRequests(snapshot, regex))
    yield request && { request, expect: expectationOf(traceRequest(snapshot, request, regex)) };
}

function* compareAll(
  before: Snapshot,
  after: Snapshot,
  regex: RegexEngine,
): Generator<OutcomeChange | null> {
  yield* compileAll(before);
  yield* compileAll(after);
  yield* compareOutcomes(before, after, regex);
}

/** One gateway a step: the first trace would compile all of them at once. */
function* compileAll(snapshot: Snapshot): Generator<null> {
  for (const workload of gatewayWorkloads(snapshot)) {
    yield null;
    gatewayConfigOf(snapshot, workload);
  }
  yield null;
}
