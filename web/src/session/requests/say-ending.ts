import {
  actualShares,
  type Expectation,
  type ExpectedShares,
  endingWords,
  expectedFields,
  findMismatches,
  isExpectedShares,
  type Mismatch,
  type OutcomeChange,
  type SavedRequest,
  type Trace,
  type TraceRequest,
} from '@portolan/model';

/** How a request ends, of a trace or as it is expected; what is absent may be anything. */
export type Ending = Readonly<Partial<Record<keyof Expectation, unknown>>>;

/** What each field of an expectation is called on screen. */
export const EXPECTED_WORDS: Readonly<Record<keyof Expectation, string>> = {
  outcome: 'Outcome',
  status: 'Status',
  location: 'Location',
  virtualHost: 'Virtual host',
  route: 'Route',
  cluster: 'Cluster',
  upstreamPath: 'Path at the workload',
  shares: 'Shares in %',
};

const FAILURES: Readonly<Record<string, string>> = {
  'connection-refused': 'refused',
  'no-filter-chain': 'reset',
  'tls-handshake-failed': 'TLS handshake fails',
  'protocol-mismatch': 'wrong protocol',
};

/** An ending in as few words as possible: `cart v1`, `cart v1 90 %`, `404`, `301 to https://…`, `refused`. */
export function sayEnding({ outcome, status, location, cluster, shares }: Ending): string {
  const failure = FAILURES[String(outcome)];
  if (failure !== undefined) return failure;
  if (typeof location === 'string') return `${status ?? 'redirect'} to ${location}`;
  if (outcome === 'direct-response' || outcome === 'fault-abort')
    return typeof status === 'number' ? `gateway answers ${status}` : 'gateway answers';
  if (typeof status === 'number') return String(status);
  if (isExpectedShares(shares)) return sayPercents(shares);
  if (typeof cluster === 'string') return sayCluster(cluster);
  return typeof outcome === 'string' ? outcome : 'anything';
}

/** How a request ends, with the shares of the destinations that are named in what is expected. */
export function endingOf(trace: Trace, { shares }: Expectation): Ending {
  return { ...expectedFields(trace), ...(shares && { shares: actualShares(trace, shares) }) };
}

/** How a request should end and how it does: `cart v1 → 404`; with what differs where that says the same. */
export function sayChange({ expect }: SavedRequest, trace: Trace): string {
  const [before, after] = [sayEnding(expect), sayEnding(endingOf(trace, expect))];
  if (before !== after && before !== 'anything') return `${before} → ${after}`;
  return findMismatches(trace, expect).map(sayMismatch).join(', ');
}

function sayMismatch({ field, expected, actual }: Mismatch): string {
  const words = Object.entries(EXPECTED_WORDS).find(([name]) => name === field)?.[1] ?? field;
  return `${words.toLowerCase()} ${sayValue(expected)} → ${sayValue(actual)}`;
}

function sayValue(value: unknown): string {
  return isExpectedShares(value) ? sayPercents(value) : String(value ?? 'none');
}

function sayPercents(shares: ExpectedShares): string {
  return Object.entries(shares)
    .map(([name, part]) => `${name} ${part} %`)
    .join(', ');
}

/** How a request ends in two texts, in as few words as tell the difference. */
export function sayOutcomes({ before, after }: Omit<OutcomeChange, 'request'>): string {
  const telling = TELLING.find((words) => words(before) !== words(after)) ?? endingWords;
  return `${telling(before)} → ${telling(after)}`;
}

const TELLING: readonly ((trace: Trace) => string)[] = [
  (trace) => sayEnding(expectedFields(trace)),
  endingWords,
  ({ upstream }) => `path ${upstream?.path ?? 'none'}`,
  ({ upstream }) => `host ${upstream?.host ?? 'none'}`,
];

/** What a request is called unless somebody names it: `GET shop.example.com/cart`. */
export function usualName({
  protocol,
  method,
  host,
  path,
  query,
  sni,
  port,
}: TraceRequest): string {
  if (protocol === 'tcp') return `TCP port ${port}`;
  if (protocol === 'tls') return `TLS ${sni ?? 'without a server name'}`;
  return `${method} ${host}${path}${query === null ? '' : `?${query}`}`;
}

/** `outbound|80|v1|cart.default.svc.cluster.local` is `cart v1`. */
function sayCluster(cluster: string): string {
  const [, , subset = '', host = cluster] = cluster.split('|');
  const name = host.replace(/\.svc\..*$/, '').replace(/\.default$/, '');
  return subset === '' ? name : `${name} ${subset}`;
}
