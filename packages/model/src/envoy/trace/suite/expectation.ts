import { isDeepEqual } from '../../../graph/is-deep-equal.ts';
import type { Trace } from '../trace.ts';

/** What a saved request is expected to come to; what is absent may be anything. */
export interface Expectation {
  readonly outcome?: string;
  readonly status?: number;
  readonly location?: string;
  readonly virtualHost?: string;
  readonly route?: string;
  readonly cluster?: string;
  readonly upstreamPath?: string;
}

/** A field of a trace that is not as expected. */
export interface Mismatch {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The fields of an expectation as a trace has them. */
export function expectedFields(trace: Trace): Readonly<Record<keyof Expectation, unknown>> {
  const { outcome, status, location, virtualHost, route, cluster, upstream } = trace;
  const upstreamPath = upstream?.path ?? null;
  return { outcome, status, location, virtualHost, route, cluster, upstreamPath };
}

/** That a request is to end as it does now: what the client sees, and where it arrives with which path. */
export function expectationOf(trace: Trace): Expectation {
  const { outcome, status, location, cluster, upstreamPath } = expectedFields(trace);
  const told = Object.entries({ outcome, status, location, cluster, upstreamPath });
  return Object.fromEntries(told.filter(([, value]) => value !== null));
}

/** Where the trace differs from what is expected. */
export function findMismatches(trace: Trace, expectation: Expectation): readonly Mismatch[] {
  const fields: Readonly<Record<string, unknown>> = expectedFields(trace);
  return Object.entries(expectation)
    .filter(([, expected]) => expected !== undefined)
    .map(([field, expected]) => ({ field, expected, actual: fields[field] ?? null }))
    .filter(({ expected, actual }) => !isDeepEqual(expected, actual));
}

/** How a request ends, in a few words: `cart:80 v1`, `404 (no-route)`, `301 → https://…`. */
export function endingWords(trace: Trace): string {
  const { outcome, status, location, shares, cluster } = trace;
  if (outcome === 'routed' || outcome === 'tcp-proxied')
    return shares
      .map(({ destination, share }) => {
        const { host, port, subset } = destination;
        const part = share === 1 ? '' : ` ${Math.round(share * 1000) / 10} %`;
        return `${host}:${port}${subset === null ? '' : ` ${subset}`}${part}`;
      })
      .join(', ');
  if (location !== null) return `${status} → ${location}`;
  const where = cluster === null ? outcome : `${outcome}: ${cluster}`;
  return status === null ? where : `${status} (${where})`;
}
