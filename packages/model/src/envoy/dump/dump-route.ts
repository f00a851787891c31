import type { ValueRecord } from '../../resources/tolerant-value.ts';
import type { WeightedCluster } from '../gateway-config.ts';
import type {
  DestinationHeaders,
  EnvoyRoute,
  ForwardAction,
  HeaderChanges,
  PathRewrite,
  RedirectAction,
  RetryPolicy,
  RouteConfig,
  RouteFault,
  VirtualHost,
} from '../route-config.ts';
import { toWeight } from './dump-listener.ts';
import { dumpMatch } from './dump-match.ts';
import { type JsonObject, type JsonValue, optional } from './json-value.ts';

/** A route configuration as Envoy's config dump has it. */
export function dumpRouteConfig({ name, virtualHosts }: RouteConfig): JsonObject {
  return {
    name,
    virtual_hosts: virtualHosts.map(dumpVirtualHost),
    validate_clusters: false,
  };
}

/** A virtual host with its routes. */
export function dumpVirtualHost({ name, domains, requiresTls, routes }: VirtualHost): JsonObject {
  return {
    name,
    domains,
    routes: routes.map(dumpRoute),
    include_request_attempt_count: true,
    ...(requiresTls ? { require_tls: 'ALL' } : {}),
  };
}

/** One route: its conditions, and what becomes of the requests that fulfil them. */
export function dumpRoute(route: EnvoyRoute): JsonObject {
  return {
    ...(route.name === '' ? {} : { name: route.name }),
    match: dumpMatch(route.match),
    ...dumpAction(route),
    metadata: {
      filter_metadata: { istio: { config: configPath(route.virtualService) } },
    },
    ...dumpHeaders(route.requestHeaders, 'request'),
    ...dumpHeaders(route.responseHeaders, 'response'),
    ...optional('typed_per_filter_config', filterConfig(route)),
  };
}

function configPath(resource: string): string {
  const [, namespace = '', name = ''] = resource.split('/');
  return `/apis/networking.istio.io/v1/namespaces/${namespace}/virtual-service/${name}`;
}

function dumpAction({ action }: EnvoyRoute): JsonObject {
  switch (action.kind) {
    case 'route':
      return { route: dumpForward(action) };
    case 'redirect':
      return { redirect: dumpRedirect(action) };
    case 'direct-response':
      return {
        direct_response: {
          status: action.status,
          ...optional('body', action.body === null ? null : { inline_string: action.body }),
        },
      };
    case 'none':
      return {};
  }
}

function dumpForward(action: ForwardAction): JsonObject {
  const { clusters, clusterHeaders, rewrite, hostRewrite, mirrors, timeout, retries } = action;
  return {
    ...dumpTarget(clusters, clusterHeaders),
    ...(rewrite === null ? {} : dumpRewrite(rewrite)),
    ...optional('host_rewrite_literal', hostRewrite),
    timeout: timeout ?? '0s',
    ...optional('retry_policy', dumpRetries(retries)),
    ...optional(
      'request_mirror_policies',
      mirrors.map(({ cluster, percentage }) => ({
        cluster: cluster.name,
        runtime_fraction: { default_value: fraction(percentage) },
      })),
    ),
  };
}

function dumpTarget(
  clusters: readonly WeightedCluster[],
  headers: readonly (DestinationHeaders | null)[],
): JsonObject {
  const [only, ...others] = clusters;
  if (only !== undefined && others.length === 0) return { cluster: only.name };
  return {
    weighted_clusters: {
      clusters: clusters.map(({ name, share }, index) => ({
        name,
        weight: toWeight(share),
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

function dumpRetries({ attempts, retryOn, perTryTimeout }: RetryPolicy): JsonObject | undefined {
  if (attempts === 0) return undefined;
  return {
    retry_on: retryOn,
    num_retries: attempts,
    ...optional('per_try_timeout', perTryTimeout),
  };
}

function dumpRedirect({ status, redirect }: RedirectAction): JsonObject {
  const text = (field: string): string | null => textOf(redirect, field);
  const port = redirect.port;
  return {
    ...optional('path_redirect', text('uri')),
    ...optional('prefix_rewrite', text('prefixRewrite')),
    ...optional('host_redirect', text('authority')),
    ...optional('scheme_redirect', text('scheme')),
    ...(typeof port === 'number' ? { port_redirect: port } : {}),
    response_code: RESPONSE_CODES[status] ?? 'MOVED_PERMANENTLY',
  };
}

const RESPONSE_CODES: Readonly<Record<number, string>> = {
  301: 'MOVED_PERMANENTLY',
  302: 'FOUND',
  303: 'SEE_OTHER',
  307: 'TEMPORARY_REDIRECT',
  308: 'PERMANENT_REDIRECT',
};

function textOf(record: ValueRecord, field: string): string | null {
  const value = record[field];
  return typeof value === 'string' ? value : null;
}

function dumpHeaders({ set, add, remove }: HeaderChanges, of: 'request' | 'response'): JsonObject {
  const toAdd =
    (append: string) => (header: { readonly name: string; readonly value: string }) => ({
      header: { key: header.name, value: header.value },
      append_action: append,
    });
  return {
    ...optional(`${of}_headers_to_add`, [
      ...set.map(toAdd('OVERWRITE_IF_EXISTS_OR_ADD')),
      ...add.map(toAdd('APPEND_IF_EXISTS_OR_ADD')),
    ]),
    ...optional(`${of}_headers_to_remove`, remove),
  };
}

const FILTERS = 'type.googleapis.com/envoy.extensions.filters.http';

function filterConfig({ fault, cors }: EnvoyRoute): JsonObject | undefined {
  if (fault === null && cors === null) return undefined;
  return {
    ...optional('envoy.filters.http.fault', fault === null ? undefined : dumpFault(fault)),
    ...optional(
      'envoy.filters.http.cors',
      cors === null
        ? undefined
        : {
            '@type': `${FILTERS}.cors.v3.CorsPolicy`,
            allow_origin_string_match: cors.allowOrigins.map(toJson),
            allow_methods: cors.allowMethods.join(','),
            allow_headers: cors.allowHeaders.join(','),
            allow_credentials: cors.allowCredentials,
            forward_not_matching_preflights: cors.forwardsUnmatched,
          },
    ),
  };
}

function dumpFault({ delay, abort }: RouteFault): JsonObject {
  return {
    '@type': `${FILTERS}.fault.v3.HTTPFault`,
    ...optional(
      'delay',
      delay === null
        ? undefined
        : { fixed_delay: delay.fixedDelay, percentage: fraction(delay.percentage) },
    ),
    ...optional(
      'abort',
      abort === null
        ? undefined
        : {
            ...(abort.grpcStatus === null
              ? { http_status: abort.status }
              : { grpc_status: abort.grpcStatus }),
            percentage: fraction(abort.percentage),
          },
    ),
  };
}

/** Envoy counts in parts of a million. */
function fraction(percentage: number): JsonObject {
  return { numerator: Math.round(percentage * 10_000), denominator: 'MILLION' };
}

/** What somebody wrote, as JSON has it. */
function toJson(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item)]));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}
