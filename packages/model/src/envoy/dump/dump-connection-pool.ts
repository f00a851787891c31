import {
  findRecord,
  integerField,
  numberField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import { dumpDuration } from './dump-duration.ts';
import { type JsonObject, optional } from './json-value.ts';

/** What istiod writes instead of Envoy's own limits: none. */
const NO_LIMIT = 2 ** 32 - 1;

/** How many connections and requests at a time, and how long one is waited for (`applyConnectionPool`). */
export function dumpConnectionPool(policy: ValueRecord): JsonObject {
  const pool = recordField(policy, 'connectionPool');
  const tcp = recordField(pool, 'tcp');
  const http = recordField(pool, 'http');
  const limit = (record: ValueRecord, field: string): number => above0(record, field) ?? NO_LIMIT;
  return {
    connect_timeout: dumpDuration(textField(tcp, 'connectTimeout') ?? '10s'),
    circuit_breakers: {
      thresholds: [
        {
          max_connections: limit(tcp, 'maxConnections'),
          max_pending_requests: limit(http, 'http1MaxPendingRequests'),
          max_requests: limit(http, 'http2MaxRequests'),
          max_retries: limit(http, 'maxRetries'),
          ...optional('retry_budget', dumpRetryBudget(policy)),
        },
      ],
    },
    ...dumpKeepalive(findRecord(tcp, 'tcpKeepalive')),
  };
}

function dumpRetryBudget(policy: ValueRecord): JsonObject | undefined {
  const budget = findRecord(policy, 'retryBudget');
  if (budget === null) return undefined;
  const percent = numberField(budget, 'percent') ?? 20;
  const interval = textField(budget, 'budgetInterval');
  return {
    budget_percent: percent === 0 ? {} : { value: percent },
    ...optional('budget_interval', interval === null ? undefined : dumpDuration(interval)),
    min_retry_concurrency: above0(budget, 'minRetryConcurrency') ?? 3,
  };
}

function dumpKeepalive(keepalive: ValueRecord | null): JsonObject {
  if (keepalive === null) return {};
  const seconds = (field: string): number | undefined => {
    const written = textField(keepalive, field);
    if (written === null) return undefined;
    return Math.trunc(Number.parseFloat(dumpDuration(written)));
  };
  return {
    upstream_connection_options: {
      tcp_keepalive: {
        ...optional('keepalive_probes', above0(keepalive, 'probes')),
        ...optional('keepalive_time', seconds('time')),
        ...optional('keepalive_interval', seconds('interval')),
      },
    },
  };
}

/** How Envoy speaks HTTP to the endpoints; `isHttp2`: by the protocol of the port. */
export interface HttpOptions {
  readonly speaks: 'http1' | 'http2' | 'as the client';
  /** What is written about it, in Envoy's words; null where nothing is. */
  readonly options: JsonObject | null;
}

/** What the policy and the port's protocol say about HTTP (`applyH2Upgrade`, `applyConnectionPool`). */
export function dumpHttpOptions(policy: ValueRecord, isHttp2: boolean): HttpOptions {
  const pool = recordField(policy, 'connectionPool');
  const http = recordField(pool, 'http');
  const asClient = http.useClientProtocol === true;
  const isUpgraded = !asClient && textField(http, 'h2UpgradePolicy') === 'UPGRADE';
  const speaks = asClient ? 'as the client' : isHttp2 || isUpgraded ? 'http2' : 'http1';
  const keepalive = findRecord(http, 'http2KeepAlive');
  const streams = above0(http, 'maxConcurrentStreams');
  const common = commonOptions(recordField(pool, 'tcp'), http);
  const isSaid = Object.keys(common).length > 0 || streams !== undefined || keepalive !== null;
  if (!isSaid && speaks === 'http1') return { speaks, options: null };
  const http2 = {
    ...optional('max_concurrent_streams', streams),
    ...(keepalive === null ? {} : { connection_keepalive: dumpHttp2Keepalive(keepalive) }),
  };
  return {
    speaks,
    options: {
      ...(isSaid ? { common_http_protocol_options: common } : {}),
      ...protocolOf(speaks, http2),
    },
  };
}

function commonOptions(tcp: ValueRecord, http: ValueRecord): JsonObject {
  const idle = textField(http, 'idleTimeout') ?? textField(tcp, 'idleTimeout');
  const longest = textField(tcp, 'maxConnectionDuration');
  return {
    ...optional('idle_timeout', idle === null ? undefined : dumpDuration(idle)),
    ...optional('max_connection_duration', longest === null ? undefined : dumpDuration(longest)),
    ...optional('max_requests_per_connection', above0(http, 'maxRequestsPerConnection')),
  };
}

function protocolOf(speaks: HttpOptions['speaks'], http2: JsonObject): JsonObject {
  switch (speaks) {
    case 'as the client':
      return {
        use_downstream_protocol_config: { http_protocol_options: {}, http2_protocol_options: {} },
      };
    case 'http2':
      return { explicit_http_config: { http2_protocol_options: http2 } };
    case 'http1':
      return { explicit_http_config: { http_protocol_options: {} } };
  }
}

function dumpHttp2Keepalive(keepalive: ValueRecord): JsonObject {
  const field = (name: string): string | undefined => {
    const written = textField(keepalive, name);
    return written === null ? undefined : dumpDuration(written);
  };
  return { ...optional('interval', field('interval')), ...optional('timeout', field('timeout')) };
}

/** istiod takes 0 for nothing said. */
function above0(record: ValueRecord, field: string): number | undefined {
  const value = integerField(record, field);
  return value !== null && value > 0 ? value : undefined;
}
