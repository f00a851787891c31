import { endingWords, findMismatches, type Mismatch } from './envoy/trace/suite/expectation.ts';
import type { SavedRequest } from './envoy/trace/suite/read-suite.ts';
import type { Trace } from './envoy/trace/trace.ts';
import type { TraceRequest } from './envoy/trace/trace-request.ts';
import type { RegexEngine } from './schema/values/regex-engine.ts';
import type { Snapshot } from './snapshot.ts';
import { requestsForRoutesInSlices } from './snapshot-routes.ts';
import { traceRequest } from './snapshot-trace.ts';
import { finish, type Slices } from './text/slices.ts';

/** A saved request, traced. */
export interface SuiteResult {
  readonly saved: SavedRequest;
  readonly trace: Trace;
  /** Empty: it comes out as it is expected to. */
  readonly mismatches: readonly Mismatch[];
}

/** Traces saved requests, in their order. */
export function runSuite(
  snapshot: Snapshot,
  requests: readonly SavedRequest[],
  regex: RegexEngine | null,
): readonly SuiteResult[] {
  return requests.map((saved) => {
    const trace = traceRequest(snapshot, saved.request, regex);
    return { saved, trace, mismatches: findMismatches(trace, saved.expect) };
  });
}

/** A request that ends otherwise in two texts. */
export interface OutcomeChange {
  readonly request: TraceRequest;
  readonly before: Trace;
  readonly after: Trace;
}

/** The requests made for the routes of both texts that end otherwise in the one than in the other. */
export function changedOutcomes(
  before: Snapshot,
  after: Snapshot,
  regex: RegexEngine | null,
): readonly OutcomeChange[] {
  return finish(changedOutcomesInSlices(before, after, regex));
}

/** The same, with pauses. */
export function* changedOutcomesInSlices(
  before: Snapshot,
  after: Snapshot,
  regex: RegexEngine | null,
): Slices<readonly OutcomeChange[]> {
  const requests = new Map<string, TraceRequest>();
  for (const snapshot of [before, after])
    for (const request of yield* requestsForRoutesInSlices(snapshot, regex)) {
      // A Gateway may have another name in the other text.
      const anywhere = { ...request, gateway: null };
      requests.set(JSON.stringify(anywhere), anywhere);
    }
  const changes: OutcomeChange[] = [];
  for (const request of requests.values()) {
    const was = traceRequest(before, request, regex);
    const is = traceRequest(after, request, regex);
    if (ending(was) !== ending(is)) changes.push({ request, before: was, after: is });
    yield null;
  }
  return changes;
}

function ending(trace: Trace): string {
  return `${endingWords(trace)} ${trace.upstream?.path ?? ''} ${trace.upstream?.host ?? ''}`;
}
