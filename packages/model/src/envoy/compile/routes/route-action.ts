import { readMirrors } from '../../../resources/kinds/virtual-service.ts';
import {
  findRecord,
  integerField,
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type {
  DestinationHeaders,
  HeaderChanges,
  Mirror,
  PathRewrite,
  RouteAction,
} from '../../route-config.ts';
import {
  ALONE,
  type DestinationPlace,
  destinationCluster,
  routeClusters,
  weightedDestinations,
} from '../clusters/destination-cluster.ts';
import { findHashes } from '../clusters/find-hashes.ts';
import { fieldOrigin, type RouteRule } from '../services/route-rule.ts';
import { hostChange, joinChanges, readHeaderChanges } from './header-changes.ts';
import { readRetries, readTimeout } from './route-policies.ts';

/** What a route does with requests, and with their headers. */
export interface BuiltAction {
  readonly action: RouteAction;
  readonly requestHeaders: HeaderChanges;
  readonly responseHeaders: HeaderChanges;
}

/** A redirect comes before a direct response, and that before destinations. */
export function buildAction(place: DestinationPlace, rule: RouteRule): BuiltAction {
  const headers = recordField(rule.value, 'headers');
  const requestHeaders = readHeaderChanges(recordField(headers, 'request'));
  const responseHeaders = readHeaderChanges(recordField(headers, 'response'));
  const own = redirectOf(rule) ?? directResponseOf(rule);
  if (own !== null) return { action: own, requestHeaders, responseHeaders };
  const several = destinationHeaders(rule);
  const alone = isAlone(rule) ? several[0] : null;
  return {
    action: forwardTo(place, rule, several),
    requestHeaders: alone == null ? requestHeaders : joinChanges(requestHeaders, alone.request),
    responseHeaders: alone == null ? responseHeaders : joinChanges(responseHeaders, alone.response),
  };
}

const REDIRECT_CODES = new Set([301, 302, 303, 307, 308]);

function redirectOf(rule: RouteRule): RouteAction | null {
  const redirect = findRecord(rule.value, 'redirect');
  if (redirect === null) return null;
  const origin = fieldOrigin(rule, 'redirect');
  const status = integerField(redirect, 'redirectCode') ?? 0;
  if (status !== 0 && !REDIRECT_CODES.has(status))
    return {
      kind: 'none',
      reason: `Istio makes no redirect with the code ${status}, and Envoy refuses a route that does nothing: it keeps the routes that it had before. Use 301, 302, 303, 307 or 308.`,
      origin,
    };
  return { kind: 'redirect', status: status === 0 ? 301 : status, redirect, origin };
}

function directResponseOf(rule: RouteRule): RouteAction | null {
  const written = findRecord(rule.value, 'directResponse');
  if (written === null) return null;
  return {
    kind: 'direct-response',
    status: integerField(written, 'status') ?? 200,
    body: textField(recordField(written, 'body'), 'string'),
    origin: fieldOrigin(rule, 'directResponse'),
  };
}

/** Whether the route has one destination; of several, those without a weight count here too. */
function isAlone({ value }: RouteRule): boolean {
  return listField(value, 'route').filter(isRecord).length === 1;
}

function destinationHeaders(rule: RouteRule): readonly (DestinationHeaders | null)[] {
  return weightedDestinations(rule.value).map(({ value }) => {
    const headers = findRecord(value, 'headers');
    if (headers === null) return null;
    const request = recordField(headers, 'request');
    return {
      request: readHeaderChanges(request),
      response: readHeaderChanges(recordField(headers, 'response')),
      hostRewrite: hostChange(request),
    };
  });
}

function forwardTo(
  place: DestinationPlace,
  rule: RouteRule,
  several: readonly (DestinationHeaders | null)[],
): RouteAction {
  const clusters = routeClusters(place, rule.value, fieldOrigin(rule, 'route'));
  if (clusters.length === 0)
    return {
      kind: 'none',
      reason:
        'This route leads nowhere: it has no destination with a weight, no redirect and no direct response, and Envoy refuses such a route. It keeps the routes that it had before.',
      origin: rule.origin,
    };
  const alone = isAlone(rule) ? (several[0]?.hostRewrite ?? null) : null;
  const rewrite = recordField(rule.value, 'rewrite');
  return {
    kind: 'route',
    clusters,
    clusterHeaders: isAlone(rule) ? [null] : several,
    rewrite: rewriteOf(rule, rewrite),
    hostRewrite:
      textField(rewrite, 'authority') ??
      hostChange(recordField(recordField(rule.value, 'headers'), 'request')) ??
      alone,
    mirrors: mirrorsOf(place, rule),
    timeout: readTimeout(rule),
    retries: readRetries(rule),
    hashes: findHashes(place, rule.value),
    missingClusterStatus: 503,
    origin: fieldOrigin(rule, 'route'),
  };
}

function rewriteOf(rule: RouteRule, rewrite: ValueRecord): PathRewrite | null {
  const origin = fieldOrigin(rule, 'rewrite');
  const regex = findRecord(rewrite, 'uriRegexRewrite');
  if (regex !== null)
    return {
      kind: 'regex',
      pattern: textField(regex, 'match') ?? '',
      substitution: textField(regex, 'rewrite') ?? '',
      origin: { ...origin, path: [...origin.path, 'uriRegexRewrite'] },
    };
  const text = textField(rewrite, 'uri');
  return text === null
    ? null
    : { kind: 'prefix', text, origin: { ...origin, path: [...origin.path, 'uri'] } };
}

function mirrorsOf(place: DestinationPlace, rule: RouteRule): readonly Mirror[] {
  return readMirrors(rule.value)
    .filter(({ percentage }) => percentage > 0)
    .map(({ index, percentage }): Mirror => {
      const field = fieldOrigin(rule, index < 0 ? 'mirror' : 'mirrors');
      const item = listField(rule.value, 'mirrors')[index];
      const destination =
        index < 0
          ? recordField(rule.value, 'mirror')
          : recordField(isRecord(item) ? item : {}, 'destination');
      const origin = index < 0 ? field : { ...field, path: [...field.path, index] };
      return {
        cluster: destinationCluster(place, destination, origin, ALONE),
        percentage,
        written: index < 0 || !isRecord(item) ? rule.value : item,
      };
    });
}
