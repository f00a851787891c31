import { endingWords, findMismatches, type Mismatch } from './envoy/trace/suite/expectation.ts';
import type { SavedRequest } from './envoy/trace/suite/read-suite.ts';
import type { Trace } from './envoy/trace/trace.ts';
import type { TraceRequest } from './envoy/trace/trace-request.ts';
import type { RegexEngine } from './schema/values/regex-engine.ts';
import type { Snapshot } from './snapshot.ts';
import { findRequests } from './snapshot-routes.ts';
import { traceRequest } from './snapshot-trace.ts';

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
  return [...compareOutcomes(before, after, regex)].filter((change) => change !== null);
}

/** The same, one route after the other, to be stopped in between; null: nothing differs for it. */
export function* compareOutcomes(
  before: Snapshot,
  after: Snapshot,
  regex: RegexEngine | null,
): Generator<OutcomeChange | null> {
  const known = new Set<string>();
  for (const snapshot of [before, after])
    for (const found of findRequests(snapshot, regex)) {
      // A Gateway may have another name in the other text.
      const request = found === null ? null : { ...found, gateway: null };
      const key = JSON.stringify(request);
      if (request === null || known.has(key)) {
        yield null;
        continue;
      }
      known.add(key);
      const change = {
        request,
        before: traceRequest(before, request, regex),
        after: traceRequest(after, request, regex),
      };
      yield ending(change.before) === ending(change.after) ? null : change;
    }
}

function ending(trace: Trace): string {
  return `${endingWords(trace)} ${trace.upstream?.path ?? ''} ${trace.upstream?.host ?? ''}`;
}
