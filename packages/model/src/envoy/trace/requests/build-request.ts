import { isIpAddress } from '../../../resources/host-name.ts';
import type { TraceProtocol, TraceRequest } from '../trace-request.ts';
import { parseUrl, type UrlParts } from './parse-url.ts';

/** A request as people say it; what is absent follows from the URL. */
export interface RequestParts {
  readonly url: string;
  readonly protocol?: TraceProtocol | undefined;
  readonly method?: string | undefined;
  /** Names and values as they are sent, in order. */
  readonly headers?: readonly (readonly [string, string])[] | undefined;
  readonly gateway?: string | undefined;
  /** Of the load balancer, where it is not that of the URL. */
  readonly port?: number | undefined;
  readonly podPort?: number | undefined;
  /** Path and query as they are sent, where they are not those of the URL. */
  readonly target?: string | undefined;
  /** Where it is not that of the URL. */
  readonly hostHeader?: string | undefined;
  /** Where it is not the host of the URL; empty: none is sent. */
  readonly sni?: string | undefined;
  readonly clientCertificate?: boolean | undefined;
}

/** A request, or why there is none. */
export type BuiltRequest =
  | { readonly ok: true; readonly request: TraceRequest }
  | { readonly ok: false; readonly reason: string };

/** Protocols by the scheme of a URL. */
const SCHEMES: Readonly<Record<string, TraceProtocol>> = {
  http: 'http',
  https: 'https',
  ws: 'http',
  wss: 'https',
  grpc: 'http2',
  grpcs: 'https',
  tcp: 'tcp',
  tls: 'tls',
};

/** Ports where none is written. */
const PORTS: Readonly<Record<TraceProtocol, number>> = {
  http: 80,
  http2: 80,
  https: 443,
  tls: 443,
  tcp: 80,
};

/** Envoy takes no more of a request's first line and headers. */
const MOST_SIGNS = 60_000;

/** A request out of a URL and parts; never throws. */
export function buildRequest(parts: RequestParts): BuiltRequest {
  if (parts.url.length > MOST_SIGNS)
    return refused('The URL is too long: Envoy takes at most 60 kB of headers.');
  const url = parseUrl(parts.url);
  if (url === null)
    return refused(`"${parts.url}" is no URL. Write one as in https://shop.example.com/cart.`);
  const ofScheme = url.scheme === null ? 'http' : SCHEMES[url.scheme];
  if (ofScheme === undefined)
    return refused(`The scheme ${url.scheme} is not known here. Use http, https, tcp or tls.`);
  // HTTP/2 within TLS is agreed upon there.
  const isSecure = ofScheme === 'https' && parts.protocol === 'http2';
  const protocol = isSecure ? 'https' : (parts.protocol ?? ofScheme);
  const headers = joinHeaders(parts.headers ?? []);
  const { host: sentHost, ...others } = headers;
  return {
    ok: true,
    request: {
      protocol,
      gateway: parts.gateway ?? null,
      port: parts.port ?? url.port ?? PORTS[protocol],
      podPort: parts.podPort ?? null,
      method: parts.method ?? 'GET',
      host: isRaw(protocol) ? '' : (parts.hostHeader ?? sentHost ?? hostOfUrl(url, protocol)),
      ...(parts.target === undefined
        ? { path: url.path, query: url.query }
        : cutTarget(parts.target)),
      headers: others,
      sni: sniOf(parts.sni, url, protocol),
      clientCertificate: parts.clientCertificate ?? false,
    },
  };
}

function refused(reason: string): BuiltRequest {
  return { ok: false, reason };
}

function cutTarget(target: string): Pick<TraceRequest, 'path' | 'query'> {
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, query: null }
    : { path: target.slice(0, at), query: target.slice(at + 1) };
}

function isRaw(protocol: TraceProtocol): boolean {
  return protocol === 'tcp' || protocol === 'tls';
}

function hostOfUrl({ host, port }: UrlParts, protocol: TraceProtocol): string {
  return port === null || port === PORTS[protocol] ? host : `${host}:${port}`;
}

/** An address is no server name. */
function sniOf(given: string | undefined, { host }: UrlParts, protocol: TraceProtocol) {
  if (protocol !== 'https' && protocol !== 'tls') return null;
  const name = given ?? (isIpAddress(host) || host.startsWith('[') ? '' : host);
  return name === '' ? null : name;
}

/** By their names in small letters; several values of one are joined, as Envoy reads them. */
function joinHeaders(
  headers: readonly (readonly [string, string])[],
): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const [written, value] of headers) {
    const name = written.trim().toLowerCase();
    const before = joined.get(name);
    joined.set(name, before === undefined ? value.trim() : `${before},${value.trim()}`);
  }
  return Object.fromEntries(joined);
}
