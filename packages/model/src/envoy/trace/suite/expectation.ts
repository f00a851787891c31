import { isDeepEqual } from '../../../graph/is-deep-equal.ts';
import type { Trace } from '../trace.ts';
import { actualShares, type ExpectedShares } from './expected-shares.ts';

/** What a saved request is expected to come to; what is absent may be anything. */
export interface Expectation {
  readonly outcome?: string;
  readonly status?: number;
  readonly location?: string;
  readonly virtualHost?: string;
  readonly route?: string;
  readonly cluster?: string;
  readonly upstreamPath?: string;
  readonly shares?: ExpectedShares;
}

/** What is compared as it stands. */
export type PlainExpectation = Omit<Expectation, 'shares'>;

/** A field of a trace that is not as expected. */
export interface Mismatch {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The fields of an expectation as a trace has them; shares can only be told for those that are named. */
export function expectedFields(trace: Trace): Readonly<Record<keyof PlainExpectation, unknown>> {
  const { outcome, status, location, virtualHost, route, cluster, upstream } = trace;
  const upstreamPath = upstream?.path ?? null;
  return { outcome, status, location, virtualHost, route, cluster, upstreamPath };
}

/**
 * That a request is to end as it does now: what the client sees, and where it arrives with which
 * path. Shares are told for the destinations that were named `before`.
 */
export function expectationOf(trace: Trace, before: Expectation = {}): Expectation {
  const { outcome, status, location, cluster, upstreamPath } = expectedFields(trace);
  const shares = before.shares === undefined ? null : actualShares(trace, before.shares);
  const told = Object.entries({ outcome, status, location, cluster, upstreamPath, shares });
  return Object.fromEntries(told.filter(([, value]) => value !== null));
}

/** Where the trace differs from what is expected. */
export function findMismatches(trace: Trace, expectation: Expectation): readonly Mismatch[] {
  const { shares } = expectation;
  const fields: Readonly<Record<string, unknown>> = {
    ...expectedFields(trace),
    shares: shares && actualShares(trace, shares),
  };
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
