import type { FilterChain, Listener } from '../../gateway-config.ts';
import {
  CERTIFICATE_REQUIRED,
  connectionReset,
  EMPTY_REPLY,
  WRONG_VERSION,
} from '../client-views.ts';
import { findFilterChain, HTTPS_PROTOCOLS } from '../find-filter-chain.ts';
import { serverOfRequest } from '../server-of-request.ts';
import type { Cause, Trace } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import type { Entry } from './enter-load-balancer.ts';
import type { Stage } from './stage.ts';

/** From the listener to a filter chain, and through TLS. */
export function passFilterChain(
  draft: TraceDraft,
  listener: Listener,
  entry: Entry,
): Stage<FilterChain> {
  const serverName = serverNameOf(draft, entry);
  const chain = chainOfRequest(draft, listener, entry);
  const candidates = listener.filterChains.map((one) => ({
    name: chainName(one),
    matched: one === chain,
    reason: one === chain ? 'it takes the connection' : whyNot(one, serverName, entry.isTls),
    origin: one.server.origin,
  }));
  if (chain === null) {
    draft.step({
      hop: 'filter-chain',
      matched: false,
      reason: entry.isTls
        ? `No filter chain takes the server name ${serverName ?? '(none)'}.`
        : 'The connection comes without TLS, and every filter chain here wants a server name.',
      candidates,
      origins: listener.filterChains.flatMap(({ origins }) => origins),
      node: gatewayOf(listener.filterChains[0]),
    });
    return { trace: reset(draft, listener, entry, serverName) };
  }
  const refusal = refuseTls(draft, chain, entry);
  const server = serverOfRequest(draft.context, chain);
  const made = chain.filter.kind === 'http' ? [server.origin] : chain.origins;
  draft.step({
    hop: 'filter-chain',
    matched: refusal === null,
    found: chainName(chain),
    reason: refusal?.reason ?? describe(chain, serverName, entry.isTls),
    candidates,
    origins: [...(refusal?.origins ?? []), ...made],
    node: `Gateway/${server.gateway}`,
  });
  return refusal === null ? { next: chain } : { trace: refusal.end() };
}

/** The filter chain that takes the connection of the request; null: none does. */
export function chainOfRequest(
  draft: TraceDraft,
  listener: Listener,
  entry: Entry,
): FilterChain | null {
  const protocols = draft.context.request.protocol === 'http2' ? ['h2'] : HTTPS_PROTOCOLS;
  return findFilterChain(listener, serverNameOf(draft, entry), protocols);
}

function serverNameOf({ context: { request } }: TraceDraft, { isTls }: Entry): string | null {
  return isTls ? request.sni : null;
}

function gatewayOf(chain: FilterChain | undefined): string | null {
  return chain === undefined ? null : `Gateway/${chain.server.gateway}`;
}

/** `TLS SIMPLE for shop.example.com`, `plain`. */
function chainName({ tls, filter, serverNames }: FilterChain): string {
  const names = serverNames.length === 0 ? 'any server name' : serverNames.join(', ');
  if (tls !== null) return `TLS ${tls.mode} for ${names}`;
  if (filter.kind === 'tcp' && serverNames.length > 0) return `TLS passed on for ${names}`;
  return filter.kind === 'http' ? 'plain HTTP' : 'plain TCP';
}

function whyNot(chain: FilterChain, serverName: string | null, isTls: boolean): string {
  if (chain.serverNames.length === 0) return 'another one fits the server name better';
  if (!isTls) return 'it wants TLS with a server name';
  if (chain.applicationProtocols.length > 0)
    return 'it is for connections of the mesh, by their server name and protocol';
  const names = chain.serverNames.join(', ');
  return serverName === null
    ? `it is for ${names}, and the client sends no server name`
    : `it is for ${names}, and not for ${serverName}`;
}

function describe(chain: FilterChain, serverName: string | null, isTls: boolean): string {
  const whom = serverName === null ? 'the connection' : `the server name ${serverName}`;
  const { tls, filter } = chain;
  if (tls !== null) return `The gateway ends TLS for ${whom} (${tls.mode}).`;
  if (filter.kind === 'http') return 'The gateway reads plain HTTP here.';
  return isTls ? `TLS for ${whom} is passed on as it is.` : 'The bytes are passed on as they are.';
}

function reset(
  draft: TraceDraft,
  listener: Listener,
  entry: Entry,
  serverName: string | null,
): Trace {
  const { request } = draft.context;
  const names = listener.filterChains.flatMap(({ serverNames }) => serverNames);
  const causes: readonly Cause[] = [
    {
      text: entry.isTls
        ? `No server on this port has the host ${serverName ?? '(none)'}: there are ${names.slice(0, 8).join(', ') || 'none'}. Add the host to a server, or, where TLS is passed on, to sniHosts of a tls route.`
        : 'The client speaks plain text to a port that is for TLS. Use https.',
      applies: true,
      origin: listener.filterChains[0]?.server.origin ?? null,
    },
    {
      text: 'The client sends no server name (SNI): it calls an IP address, or sets only the Host header. With curl, use --resolve HOST:PORT:ADDRESS.',
      applies: entry.isTls && serverName === null,
      origin: null,
    },
    {
      text: 'The server that has the host is dropped: another one has one of its hosts.',
      applies: false,
      origin: null,
    },
  ];
  return draft.end({
    outcome: 'no-filter-chain',
    client: connectionReset(request, entry.isTls),
    meaning:
      'The gateway listens on the port, and has nothing for this server name, so it closes the connection. There is no answer and no status.',
    causes,
  });
}

interface Refusal {
  readonly reason: string;
  readonly origins: FilterChain['origins'];
  readonly end: () => Trace;
}

function refuseTls(draft: TraceDraft, chain: FilterChain, { isTls }: Entry): Refusal | null {
  const { request } = draft.context;
  const { tls, filter, server } = chain;
  const modeAt = { resourceId: server.origin.resourceId, path: [...server.origin.path, 'tls'] };
  if (tls === null) {
    if (!isTls || filter.kind === 'tcp') return null;
    return refusal('The client begins TLS, and the gateway reads plain HTTP here.', [modeAt], () =>
      draft.end({
        outcome: 'protocol-mismatch',
        client: WRONG_VERSION,
        meaning:
          'The client speaks TLS to a port of plain HTTP. What comes back is no TLS, and the client says so.',
        causes: [
          cause(
            `The server's protocol is ${server.protocol}, which has no TLS. Make it HTTPS with tls settings, or use http.`,
            server.origin,
          ),
        ],
      }),
    );
  }
  if (!isTls)
    return refusal('The client speaks plain text, and the gateway wants TLS here.', [modeAt], () =>
      draft.end({
        outcome: 'tls-handshake-failed',
        client: EMPTY_REPLY,
        meaning:
          'The client speaks plain text to a port of TLS, so the gateway closes the connection.',
        causes: [cause('Use https, or a server with the protocol HTTP.', server.origin)],
      }),
    );
  if (tls.wantsClientCertificate && !request.clientCertificate)
    return refusal(
      `The server wants a certificate of the client (${tls.mode}), and there is none.`,
      [modeAt],
      () =>
        draft.end({
          outcome: 'tls-handshake-failed',
          client: CERTIFICATE_REQUIRED,
          meaning:
            'The gateway ends the handshake, because the client shows no certificate that it trusts.',
          causes: [
            cause(
              tls.mode === 'ISTIO_MUTUAL'
                ? 'The mode ISTIO_MUTUAL takes certificates of the mesh only: it is for clients with a sidecar.'
                : 'Send a certificate (curl --cert and --key), or use the mode SIMPLE or OPTIONAL_MUTUAL.',
              modeAt,
            ),
          ],
        }),
    );
  return refuseCredential(draft, chain);
}

function refuseCredential(draft: TraceDraft, { tls }: FilterChain): Refusal | null {
  const credential = tls?.credential ?? null;
  if (credential === null || credential.status === 'found') return null;
  const { namespace, name, origin } = credential;
  if (credential.status === 'unknown') {
    draft.note(
      `The Secret ${namespace}/${name} is not in this text; it is taken to be there.`,
      origin,
    );
    return null;
  }
  return refusal(`There is no Secret ${name} in the namespace ${namespace}.`, [origin], () =>
    draft.end({
      outcome: 'tls-handshake-failed',
      client: connectionReset(draft.context.request, true),
      meaning: 'Without its certificate the gateway cannot begin TLS, so it closes the connection.',
      causes: [
        cause(
          `The gateway's pods read the Secret in their own namespace, ${namespace}: put ${name} there. Where the Gateway is does not count.`,
          origin,
        ),
      ],
    }),
  );
}

function refusal(reason: string, origins: Refusal['origins'], end: () => Trace): Refusal {
  return { reason, origins, end };
}

function cause(text: string, origin: Cause['origin']): Cause {
  return { text, applies: true, origin };
}
