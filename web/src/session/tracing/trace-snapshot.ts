import {
  gatewayConfigsInSlices,
  loadRegexEngine,
  type Slices,
  type Snapshot,
  type TraceRequest,
  traceRequest,
} from '@portolan/model';
import { tracePaths } from './trace-path.ts';
import type { TraceResult } from './tracing.ts';

/** Sends requests through what istiod would program for a text, with pauses. */
export type Tracer = (snapshot: Snapshot, request: TraceRequest) => Slices<TraceResult>;

/** Loads what runs regular expressions, and gives the tracer. */
export async function loadTracer(): Promise<Tracer> {
  const regex = await loadRegexEngine();
  return function* (snapshot, request) {
    yield* gatewayConfigsInSlices(snapshot);
    const trace = traceRequest(snapshot, request, regex);
    return { trace, snapshot, paths: tracePaths(snapshot.topology, trace) };
  };
}
