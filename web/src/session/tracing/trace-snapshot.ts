import { loadRegexEngine, type Snapshot, type TraceRequest, traceRequest } from '@portolan/model';
import { tracePaths } from './trace-path.ts';
import type { TraceResult } from './tracing.ts';

/** Sends requests through what istiod would program for a text. */
export type Tracer = (snapshot: Snapshot, request: TraceRequest) => TraceResult;

/** Loads what runs regular expressions, and gives the tracer. */
export async function loadTracer(): Promise<Tracer> {
  const regex = await loadRegexEngine();
  return (snapshot, request) => {
    const trace = traceRequest(snapshot, request, regex);
    return { trace, snapshot, paths: tracePaths(snapshot.topology, trace) };
  };
}
