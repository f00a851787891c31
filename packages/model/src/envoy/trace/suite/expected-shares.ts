import { isRecord } from '../../../resources/tolerant-value.ts';
import type { Trace, TraceShare } from '../trace.ts';

/**
 * How many percent of the requests are to reach a destination, by its name: `cart`, `cart.shop`,
 * `cart:80`, `cart v1` (a subset), or the whole name of its cluster. What is not named may get any.
 */
export type ExpectedShares = Readonly<Record<string, number>>;

const NAME = /^(?:outbound\|\S+|[A-Za-z0-9*][^\s|:]*(?::\d{1,5})?(?: \S+)?)$/;

/** Whether it is one: at least one destination, each with a number from 0 to 100. */
export function isExpectedShares(value: unknown): value is ExpectedShares {
  if (!isRecord(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([name, part]) => NAME.test(name) && isPercent(part));
}

function isPercent(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 100;
}

/** Reads `cart v1: 90, cart v2: 10`; null where it is nothing like that. */
export function parseShares(text: string): ExpectedShares | null {
  const parts = text.split(',').map((part) => {
    const [, name = '', number] = /^(.+):\s*([\d.]+)\s*%?\s*$/.exec(part) ?? [];
    return [name.trim(), Number(number)] as const;
  });
  const shares = Object.fromEntries(parts);
  return isExpectedShares(shares) && Object.keys(shares).length === parts.length ? shares : null;
}

/** `cart v1: 90, cart v2: 10`, as `parseShares` reads it. */
export function sayShares(shares: ExpectedShares): string {
  return Object.entries(shares)
    .map(([name, part]) => `${name}: ${part}`)
    .join(', ');
}

/** What reaches the destinations that are named. A share that is expected but for rounding is as expected. */
export function actualShares({ shares }: Trace, expected: ExpectedShares): ExpectedShares {
  const percents = Object.entries(expected).map(([name, part]) => {
    const sum = shares.reduce((all, one) => all + (reaches(one, name) ? one.share * 100 : 0), 0);
    return [name, Math.abs(sum - part) < ROUNDING ? part : Math.round(sum * 10) / 10] as const;
  });
  return Object.fromEntries(percents);
}

/** Half of the last digit that is shown. */
const ROUNDING = 0.05;

function reaches({ cluster, destination, outcome }: TraceShare, name: string): boolean {
  if (outcome !== 'routed' && outcome !== 'tcp-proxied') return false;
  if (name === cluster) return true;
  const { host, port, subset } = destination;
  const [place = '', wantedSubset] = name.split(' ');
  const [wantedHost = '', wantedPort] = place.split(':');
  return (
    `${host}.`.toLowerCase().startsWith(`${wantedHost}.`.toLowerCase()) &&
    (wantedPort === undefined || Number(wantedPort) === port) &&
    (wantedSubset === undefined || wantedSubset === subset)
  );
}
