import { countBytes } from '../../../../schema/values/regex-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { at, isSet, type Place, textOf } from '../place.ts';

const LISTENER_PARTS = ['LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER'];
const ROUTE_PARTS = ['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE'];
const OBJECTS = ['listener', 'routeConfiguration', 'cluster'];

/** One patch of an EnvoyFilter: of what is wrong first, the rest is not looked at. */
export function judgePatch(judge: Judge, patch: Place): void {
  const match = at(patch, 'match');
  if (textOf(at(match, 'context')) === 'WAYPOINT') return;
  if (!judgeOperation(judge, patch) || !judgeVersion(judge, match)) return;
  const applyTo = textOf(at(patch, 'applyTo'));
  const matched = OBJECTS.find((name) => isSet(at(match, name)));
  if (matched === undefined) return;
  if (LISTENER_PARTS.includes(applyTo)) {
    if (matched === 'listener') judgeListener(judge, at(match, 'listener'), applyTo);
    else refuseMatch(judge, at(match, matched), 'listener class', 'listener');
  } else if (ROUTE_PARTS.includes(applyTo) && matched !== 'routeConfiguration')
    refuseMatch(judge, at(match, matched), 'http route class', 'route configuration');
  else if (applyTo === 'CLUSTER' && matched !== 'cluster')
    refuseMatch(judge, at(match, matched), 'cluster class', 'cluster');
}

function refuseMatch(judge: Judge, place: Place, objects: string, wanted: string): void {
  judge.refuse(
    place,
    `Envoy filter: applyTo for ${objects} objects cannot have non ${wanted} match`,
    `What this patch is applied to is found by a match for a ${wanted}, and another is written.`,
  );
}

/** Whether the rest is looked at. */
function judgeOperation(judge: Judge, patch: Place): boolean {
  const applyTo = at(patch, 'applyTo');
  const change = at(patch, 'patch');
  const operation = at(change, 'operation');
  const refuse = (place: Place, what: string, message: string): boolean => {
    judge.refuse(place, `Envoy filter: missing ${what}`, message);
    return false;
  };
  if (['', 'INVALID'].includes(textOf(applyTo)))
    return refuse(applyTo, 'applyTo', 'Write what the patch is applied to, such as HTTP_FILTER.');
  if (!isSet(change)) return refuse(change, 'patch', 'Write what the patch does, under patch.');
  if (['', 'INVALID'].includes(textOf(operation)))
    return refuse(operation, 'patch operation', 'Write what is done, such as MERGE or ADD.');
  if (textOf(operation) !== 'REMOVE' && !isSet(at(change, 'value')))
    return refuse(
      at(change, 'value'),
      'patch value for non-remove operation',
      'Write what is put there, under value; only REMOVE needs none.',
    );
  return true;
}

const LONGEST_VERSION = 1024;

/** Whether the rest is looked at. */
function judgeVersion(judge: Judge, match: Place): boolean {
  const place = at(match, 'proxy', 'proxyVersion');
  const pattern = textOf(place);
  if (pattern === '' || judge.regex === null) return true;
  if (countBytes(pattern) > LONGEST_VERSION) {
    judge.warn(
      place,
      `Envoy filter: proxyVersion match exceeds ${LONGEST_VERSION} characters and will be ignored`,
      'This regular expression is so long that Istio ignores it. Shorten it.',
    );
    return true;
  }
  const error = judge.regex.regexError(pattern);
  if (error === null) return true;
  judge.refuse(
    place,
    `Envoy filter: invalid regex for proxy version, [${error}]`,
    judge.regex.checkRegex(pattern) ?? 'This is no regular expression.',
  );
  return false;
}

const HTTP_MANAGERS = [
  'envoy.filters.network.http_connection_manager',
  'envoy.http_connection_manager',
];

function judgeListener(judge: Judge, listener: Place, applyTo: string): void {
  const filter = at(listener, 'filterChain', 'filter');
  if (!isSet(filter)) return;
  if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN')
    judge.warn(
      filter,
      `Envoy filter: filter match has no effect when used with ${applyTo}`,
      `A ${applyTo} is not found by a filter in it, so this match changes nothing.`,
    );
  const name = at(filter, 'name');
  const sub = at(filter, 'subFilter');
  const why = textOf(name) === '' ? NAMELESS : isSet(sub) ? whyNoSubFilter(filter, applyTo) : null;
  if (why !== null) judge.refuse(filter, `Envoy filter: ${why[0]}`, why[1]);
  else for (const place of [name, at(sub, 'name')]) judgeFilterName(judge, place);
}

const NAMELESS = [
  'filter match has no name to match on',
  'The filter has no name. Write which one is meant.',
] as const;

function whyNoSubFilter(filter: Place, applyTo: string): readonly [string, string] | null {
  if (applyTo !== 'HTTP_FILTER')
    return [
      'subfilter match can be used with applyTo HTTP_FILTER only',
      'Only HTTP filters are in another filter. Write applyTo: HTTP_FILTER, or leave subFilter out.',
    ];
  if (!HTTP_MANAGERS.includes(textOf(at(filter, 'name'))))
    return [
      `subfilter match requires filter match with ${HTTP_MANAGERS[0]}`,
      `HTTP filters are in ${HTTP_MANAGERS[0]}. Write this as the name of the filter.`,
    ];
  return textOf(at(filter, 'subFilter', 'name')) === ''
    ? [
        'subfilter match has no name to match on',
        'The filter in the filter has no name. Write which one is meant.',
      ]
    : null;
}

function judgeFilterName(judge: Judge, place: Place): void {
  const current = NEW_NAMES.get(textOf(place));
  if (current !== undefined)
    judge.warn(
      place,
      `using deprecated filter name ${quoteGo(textOf(place))}; use ${quoteGo(current)} instead`,
      `Envoy calls this filter ${current} now. Write that name.`,
    );
}

/** Names that filters had, and those that they have now (`ReverseDeprecatedFilterNames`). */
const NEW_NAMES: ReadonlyMap<string, string> = new Map([
  ['envoy.buffer', 'envoy.filters.http.buffer'],
  ['envoy.client_ssl_auth', 'envoy.filters.network.client_ssl_auth'],
  ['envoy.cors', 'envoy.filters.http.cors'],
  ['envoy.csrf', 'envoy.filters.http.csrf'],
  ['envoy.ext_authz', 'envoy.filters.http.ext_authz'],
  ['envoy.ext_authz', 'envoy.filters.network.ext_authz'],
  ['envoy.fault', 'envoy.filters.http.fault'],
  ['envoy.grpc_http1_bridge', 'envoy.filters.http.grpc_http1_bridge'],
  ['envoy.grpc_json_transcoder', 'envoy.filters.http.grpc_json_transcoder'],
  ['envoy.grpc_web', 'envoy.filters.http.grpc_web'],
  ['envoy.gzip', 'envoy.filters.http.gzip'],
  ['envoy.health_check', 'envoy.filters.http.health_check'],
  ['envoy.http_connection_manager', 'envoy.filters.network.http_connection_manager'],
  ['envoy.http_dynamo_filter', 'envoy.filters.http.dynamo'],
  ['envoy.ip_tagging', 'envoy.filters.http.ip_tagging'],
  ['envoy.listener.http_inspector', 'envoy.filters.listener.http_inspector'],
  ['envoy.listener.original_dst', 'envoy.filters.listener.original_dst'],
  ['envoy.listener.original_src', 'envoy.filters.listener.original_src'],
  ['envoy.listener.proxy_protocol', 'envoy.filters.listener.proxy_protocol'],
  ['envoy.listener.tls_inspector', 'envoy.filters.listener.tls_inspector'],
  ['envoy.lua', 'envoy.filters.http.lua'],
  ['envoy.mongo_proxy', 'envoy.filters.network.mongo_proxy'],
  ['envoy.rate_limit', 'envoy.filters.http.ratelimit'],
  ['envoy.ratelimit', 'envoy.filters.network.ratelimit'],
  ['envoy.redis_proxy', 'envoy.filters.network.redis_proxy'],
  ['envoy.router', 'envoy.filters.http.router'],
  ['envoy.squash', 'envoy.filters.http.squash'],
  ['envoy.tcp_proxy', 'envoy.filters.network.tcp_proxy'],
]);
