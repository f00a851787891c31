import {
  integerField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { WeightedCluster } from '../gateway-config.ts';
import type {
  DestinationHeaders,
  EnvoyRoute,
  ForwardAction,
  HeaderChanges,
  HeaderValue,
  Mirror,
  PathRewrite,
  RedirectAction,
  RetryPolicy,
  RouteConfig,
  VirtualHost,
} from '../route-config.ts';
import { dumpDuration } from './dump-duration.ts';
import { dumpFilters, exactPercentage, ofHundred } from './dump-filters.ts';
import { dumpHash } from './dump-hash.ts';
import { dumpMatch } from './dump-match.ts';
import { type JsonObject, optional } from './json-value.ts';

/** A route configuration as Envoy's config dump has it. */
export function dumpRouteConfig({ name, virtualHosts }: RouteConfig): JsonObject {
  return {
    name,
    virtual_hosts: virtualHosts.map(dumpVirtualHost),
    validate_clusters: false,
    max_direct_response_body_size_bytes: 1_048_576,
    ignore_port_in_host_matching: true,
  };
}

/** A virtual host with its routes. */
export function dumpVirtualHost({ name, domains, requiresTls, routes }: VirtualHost): JsonObject {
  return {
    name,
    domains,
    ...optional('routes', routes.map(dumpRoute)),
    // The host that only answers 404 has none.
    ...(name.startsWith('blackhole:') ? {} : { include_request_attempt_count: true }),
    ...(requiresTls ? { require_tls: 'ALL' } : {}),
  };
}

/** One route: its conditions, and what becomes of the requests that fulfil them. */
export function dumpRoute(route: EnvoyRoute): JsonObject {
  return {
    ...(route.name === '' ? {} : { name: route.name }),
    match: dumpMatch(route.block, isBySegment(route)),
    ...dumpAction(route),
    metadata: {
      filter_metadata: { istio: { config: configPath(route.virtualService) } },
    },
    ...dumpHeaders(route.requestHeaders, 'request'),
    ...dumpHeaders(route.responseHeaders, 'response'),
    ...optional('typed_per_filter_config', dumpFilters(route.written)),
    ...optional('stat_prefix', textField(route.block ?? {}, 'statPrefix') || undefined),
  };
}

function configPath(resource: string): string {
  const [, namespace = '', name = ''] = resource.split('/');
  return `/apis/networking.istio.io/v1/namespaces/${namespace}/virtual-service/${name}`;
}

function isBySegment({ match }: EnvoyRoute): boolean {
  return match?.uri.kind === 'prefix' && match.uri.bySegment === true;
}

function dumpAction(route: EnvoyRoute): JsonObject {
  const { action } = route;
  switch (action.kind) {
    case 'route':
      return { route: dumpForward(action, route) };
    case 'redirect':
      return { redirect: dumpRedirect(action, route) };
    case 'direct-response':
      return { direct_response: { status: action.status, ...dumpBody(route) } };
    case 'none':
      return {};
  }
}

function dumpBody({ written }: EnvoyRoute): JsonObject {
  const { string, bytes } = recordField(recordField(written, 'directResponse'), 'body');
  if (typeof string === 'string') return { body: { inline_string: string } };
  return typeof bytes === 'string' ? { body: { inline_bytes: bytes } } : {};
}

function dumpForward(action: ForwardAction, { written }: EnvoyRoute): JsonObject {
  const { clusters, clusterHeaders, rewrite, hostRewrite, mirrors, hashes } = action;
  // Where one destination keeps its requests, a next try may go to the same pod.
  const keepsPods = hashes.length > 0 && clusters[0]?.weight === null;
  const timeout = dumpDuration(action.timeout);
  return {
    ...dumpTarget(clusters, clusterHeaders),
    ...(rewrite === null ? {} : dumpRewrite(rewrite)),
    ...optional('host_rewrite_literal', hostRewrite),
    timeout,
    ...optional(
      'retry_policy',
      dumpRetries(action.retries, recordField(written, 'retries'), keepsPods),
    ),
    ...optional('request_mirror_policies', mirrors.map(dumpMirror)),
    ...optional(
      'hash_policy',
      hashes.flatMap((hash) => dumpHash(hash) ?? []),
    ),
    max_grpc_timeout: timeout,
  };
}

function dumpMirror({ cluster, written }: Mirror): JsonObject {
  const whole = integerField(written, 'mirrorPercent') ?? 100;
  const exact = exactPercentage(written, 'mirrorPercentage') ?? exactPercentage(written);
  return {
    cluster: cluster.name,
    runtime_fraction: { default_value: exact ?? ofHundred(whole) },
    trace_sampled: false,
    disable_shadow_host_suffix_append: true,
  };
}

function dumpTarget(
  clusters: readonly WeightedCluster[],
  headers: readonly (DestinationHeaders | null)[],
): JsonObject {
  const [first] = clusters;
  if (first?.weight === null) return { cluster: first.name };
  return {
    weighted_clusters: {
      clusters: clusters.map(({ name, weight }, index) => ({
        name,
        weight,
        ...dumpDestination(headers[index] ?? null),
      })),
    },
  };
}

function dumpDestination(headers: DestinationHeaders | null): JsonObject {
  if (headers === null) return {};
  return {
    ...dumpHeaders(headers.request, 'request'),
    ...dumpHeaders(headers.response, 'response'),
    ...optional('host_rewrite_literal', headers.hostRewrite),
  };
}

function dumpRewrite(rewrite: PathRewrite): JsonObject {
  return rewrite.kind === 'prefix'
    ? { prefix_rewrite: rewrite.text }
    : {
        regex_rewrite: {
          pattern: { regex: rewrite.pattern },
          substitution: rewrite.substitution,
        },
      };
}

const RETRIES = 'type.googleapis.com/envoy.extensions.retry';
const OTHER_HOSTS: JsonObject = {
  name: 'envoy.retry_host_predicates.previous_hosts',
  typed_config: { '@type': `${RETRIES}.host.previous_hosts.v3.PreviousHostsPredicate` },
};
const OTHER_PLACES: JsonObject = {
  name: 'envoy.retry_priorities.previous_priorities',
  typed_config: {
    '@type': `${RETRIES}.priority.previous_priorities.v3.PreviousPrioritiesConfig`,
    update_frequency: 2,
  },
};

/** As `ConvertPolicy`; undefined where a failed request is not sent again. */
function dumpRetries(
  { attempts, retryOn, perTryTimeout }: RetryPolicy,
  written: ValueRecord,
  keepsPods: boolean,
): JsonObject | undefined {
  if (attempts === 0) return undefined;
  const backoff = textField(written, 'backoff');
  const { conditions, codes } = splitRetryOn(retryOn);
  return {
    retry_on: conditions,
    num_retries: attempts,
    ...(perTryTimeout === null ? {} : { per_try_timeout: dumpDuration(perTryTimeout) }),
    ...(written.retryRemoteLocalities === true ? { retry_priority: OTHER_PLACES } : {}),
    ...((written.retryIgnorePreviousHosts ?? !keepsPods) === true
      ? { retry_host_predicate: [OTHER_HOSTS] }
      : {}),
    host_selection_retry_max_attempts: '5',
    ...optional('retriable_status_codes', codes),
    ...(backoff === null ? {} : { retry_back_off: { base_interval: dumpDuration(backoff) } }),
  };
}

/** Numbers among the conditions are status codes for Envoy, and one condition says that they count. */
function splitRetryOn(written: string): {
  readonly conditions: string;
  readonly codes: readonly number[];
} {
  const parts = written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isCode = (part: string): boolean => /^[1-5]\d\d$/.test(part);
  const codes = parts.filter(isCode).map(Number);
  const conditions = parts.filter((part) => !isCode(part));
  const joined = conditions.join(',');
  const isSaid = codes.length === 0 || joined.includes('retriable-status-codes');
  return { conditions: isSaid ? joined : `${joined},retriable-status-codes`, codes };
}

/** As `ApplyRedirect`; what is left out is what Envoy does anyway. */
function dumpRedirect({ status, redirect }: RedirectAction, route: EnvoyRoute): JsonObject {
  const prefix = textField(redirect, 'prefixRewrite') ?? '';
  const code = RESPONSE_CODES[status];
  return {
    ...optional('host_redirect', textField(redirect, 'authority') || null),
    ...(prefix === ''
      ? { path_redirect: textField(redirect, 'uri') ?? '' }
      : { prefix_rewrite: prefix }),
    ...optional('scheme_redirect', textField(redirect, 'scheme') || null),
    ...optional('port_redirect', redirectPort(redirect, route)),
    ...(code === undefined ? {} : { response_code: code }),
  };
}

const RESPONSE_CODES: Readonly<Record<number, string>> = {
  302: 'FOUND',
  303: 'SEE_OTHER',
  307: 'TEMPORARY_REDIRECT',
  308: 'PERMANENT_REDIRECT',
};

/** The port of the request is that of the server; the usual one of the scheme is not written. */
function redirectPort(
  redirect: ValueRecord,
  { serverPort, serverEndsTls }: EnvoyRoute,
): number | null {
  const derived = textField(redirect, 'derivePort') === 'FROM_REQUEST_PORT' ? serverPort : null;
  const port = integerField(redirect, 'port') ?? derived;
  const scheme = textField(redirect, 'scheme') || (serverEndsTls ? 'https' : 'http');
  const isUsual =
    (port === 80 && scheme === 'http') || (port === 443 && scheme === 'https') || port === 0;
  return isUsual ? null : port;
}

function dumpHeaders({ values, remove }: HeaderChanges, of: 'request' | 'response'): JsonObject {
  const overwrite = { append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' };
  const dump = ({ name, value, isAdded }: HeaderValue): JsonObject => ({
    header: { key: name, ...(value === '' ? {} : { value }) },
    ...(isAdded ? {} : overwrite),
  });
  return {
    ...optional(`${of}_headers_to_add`, values.map(dump)),
    ...optional(`${of}_headers_to_remove`, remove),
  };
}
