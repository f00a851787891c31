import type { Trace, TraceOutcome } from './trace.ts';

/** What became of some of many requests. */
export interface SentPart {
  /** The cluster; `failure 503` and the like for what fails on purpose, else the outcome. */
  readonly name: string;
  readonly outcome: TraceOutcome;
  readonly status: number | null;
  readonly count: number;
}

/**
 * Sends a request many times, with the dice of a seed: the same seed gives the same counts. As many
 * as go to a cluster differ from its share, as they do in life.
 */
export function sendMany(trace: Trace, count: number, seed = 1): readonly SentPart[] {
  const roll = dice(seed);
  const parts = new Map<string, { readonly part: Omit<SentPart, 'count'>; count: number }>();
  const add = (part: Omit<SentPart, 'count'>): void => {
    const known = parts.get(part.name) ?? { part, count: 0 };
    known.count += 1;
    parts.set(part.name, known);
  };
  const abort = trace.fault?.abort ?? null;
  for (let sent = 0; sent < count; sent += 1) {
    if (abort !== null && trace.outcome !== 'fault-abort' && roll() * 100 < abort.percentage) {
      const { status } = abort;
      add({ name: `failure ${status}`, outcome: 'fault-abort', status });
      continue;
    }
    const at = roll();
    let reached = 0;
    const share = trace.shares.find((one) => {
      reached += one.share;
      return at < reached;
    });
    const last = share ?? trace.shares.at(-1);
    add(
      last === undefined
        ? { name: trace.outcome, outcome: trace.outcome, status: trace.status }
        : { name: last.cluster, outcome: last.outcome, status: last.status },
    );
  }
  return [...parts.values()].map((known) => ({ ...known.part, count: known.count }));
}

/** Numbers from 0 to below 1 (mulberry32). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
