import { recordField, textField, type ValueRecord } from '../../resources/tolerant-value.ts';
import type { RegexEngine } from '../../schema/values/regex-engine.ts';
import type {
  DestinationHeaders,
  EnvoyRoute,
  ForwardAction,
  HeaderChanges,
  PathRewrite,
} from '../route-config.ts';
import type { UpstreamRequest } from './trace.ts';

/** A request as it is before the route changes it. */
export interface IncomingRequest {
  readonly path: string;
  readonly query: string | null;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What the upstream gets of a request that a route sends on; of several, that of the largest share.
 * What its destination says of headers comes first, and the route's own host before that of it.
 */
export function upstreamRequest(
  { block, requestHeaders }: EnvoyRoute,
  action: ForwardAction,
  request: IncomingRequest,
  regex: RegexEngine | null,
): UpstreamRequest {
  const path = rewritePath(action.rewrite, block, request.path, regex);
  const own = headersOfLargest(action);
  const sent = own === null ? request.headers : changeHeaders(request.headers, own.request);
  const headers = changeHeaders(sent, requestHeaders);
  // Envoy says what the path was before.
  const withOriginal =
    action.rewrite === null
      ? headers
      : { ...headers, 'x-envoy-original-path': withQuery(request.path, request.query) };
  return {
    path: withQuery(path, request.query),
    host: action.hostRewrite ?? own?.hostRewrite ?? request.host,
    headers: withOriginal,
  };
}

function headersOfLargest({ clusters, clusterHeaders }: ForwardAction): DestinationHeaders | null {
  const largest = Math.max(...clusters.map(({ share }) => share));
  return clusterHeaders[clusters.findIndex(({ share }) => share === largest)] ?? null;
}

function withQuery(path: string, query: string | null): string {
  return query === null ? path : `${path}?${query}`;
}

/**
 * A prefix is replaced by plain substitution, so slashes come out as they are; behind an exact match
 * or a regular expression the whole path is. Where nothing is matched on, `/` is the prefix.
 */
export function rewritePath(
  rewrite: PathRewrite | null,
  block: ValueRecord | null,
  path: string,
  regex: RegexEngine | null,
): string {
  if (rewrite === null) return path;
  if (rewrite.kind === 'regex')
    return regex?.replace(rewrite.pattern, path, rewrite.substitution) ?? path;
  const uri = recordField(block ?? {}, 'uri');
  if (textField(uri, 'exact') !== null || textField(uri, 'regex') !== null) return rewrite.text;
  const prefix = typeof uri.prefix === 'string' ? uri.prefix : '/';
  return rewrite.text + path.slice(prefix.length);
}

/** Removal comes first, then each value: it takes the place of what is there, or joins it. */
export function changeHeaders(
  headers: Readonly<Record<string, string>>,
  { values, remove }: HeaderChanges,
): Readonly<Record<string, string>> {
  const changed = new Map(Object.entries(headers));
  for (const name of remove) changed.delete(name.toLowerCase());
  for (const { name, value, isAdded } of values) {
    const before = isAdded ? changed.get(name.toLowerCase()) : undefined;
    changed.set(name.toLowerCase(), before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(changed);
}
