import { integerField, textField, type ValueRecord } from '../resources/tolerant-value.ts';
import type { HttpMatch } from './match/http-match.ts';
import type { HttpRequest } from './match/http-request.ts';

/** Where a redirect sends a client. */
export interface RedirectLocation {
  readonly scheme: string;
  /** Without a port. */
  readonly host: string;
  /** null: the scheme's own. */
  readonly port: number | null;
  /** Without the query, which stays. */
  readonly path: string;
}

/**
 * The location that Envoy makes of a route's redirect (`newUri`): what is not written stays as the
 * client asked for it; the port goes with the scheme that it was usual for. A port that is usual for
 * the scheme istiod does not ask for (`ApplyRedirect`), and then the client's own stays.
 */
export function redirectLocation(
  redirect: ValueRecord,
  match: HttpMatch,
  request: HttpRequest,
): RedirectLocation {
  const scheme = textField(redirect, 'scheme') ?? request.scheme;
  const authority = textField(redirect, 'authority');
  const asked = splitAuthority(authority ?? request.authority);
  const isUsual = authority === null && asked.port === DEFAULT_PORTS[request.scheme];
  const kept = isUsual && scheme !== request.scheme ? null : asked.port;
  const isDerived = textField(redirect, 'derivePort') === 'FROM_REQUEST_PORT';
  const written = integerField(redirect, 'port') ?? (isDerived ? request.entry.port : null);
  const said = written === DEFAULT_PORTS[scheme] ? null : written;
  return {
    scheme,
    host: asked.host,
    port: said ?? kept,
    path: newPath(redirect, match, request.path),
  };
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

function newPath(redirect: ValueRecord, { uri }: HttpMatch, path: string): string {
  const whole = textField(redirect, 'uri');
  if (whole !== null) return withSlash(whole.split('?')[0] ?? whole);
  const prefix = textField(redirect, 'prefixRewrite');
  if (prefix === null) return path;
  const matched = uri.kind === 'prefix' ? uri.text.length : uri.kind === 'any' ? 1 : path.length;
  return withSlash(prefix + path.slice(matched));
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** Host and port of what stands in a Host header. */
export function splitAuthority(authority: string): {
  readonly host: string;
  readonly port: number | null;
} {
  const [, host = authority, port] = /^(.*?)(?::(\d+))?$/.exec(authority) ?? [];
  return { host, port: port === undefined ? null : Number(port) };
}
