import type { GatewayConfig, GatewayWorkload, Listener } from '../../gateway-config.ts';
import { listenerCauses } from '../causes/listener-causes.ts';
import { connectionRefused, connectionReset } from '../client-views.ts';
import { serverOfRequest } from '../server-of-request.ts';
import type { Trace, TraceCandidate } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import type { Entry } from './enter-load-balancer.ts';
import { chainOfRequest } from './pass-filter-chain.ts';
import type { Stage } from './stage.ts';

/** From the pods' port to a listener. */
export function findListener(draft: TraceDraft, entry: Entry): Stage<Listener> {
  const { config, request } = draft.context;
  const { podPort } = entry;
  const onPort = config.listeners.filter(({ port }) => port === podPort);
  const reached = onPort.filter((one) => isReached(one, config.workload));
  const listener = reached.find(({ bind }) => bind === '0.0.0.0') ?? reached[0];
  const candidates = serversOf(config, podPort, listener !== undefined);
  if (listener === undefined) return { trace: refuse(draft, entry, candidates, onPort) };
  draft.name({ listener: listener.name });
  const chain = chainOfRequest(draft, listener, entry) ?? listener.filterChains[0];
  const server = chain && serverOfRequest(draft.context, chain);
  const { rejection } = listener;
  draft.step({
    hop: 'listener',
    matched: rejection === null,
    found: listener.name,
    reason: rejection?.reason ?? `The gateway listens on port ${podPort}.`,
    candidates,
    origins: rejection?.origins ?? (server === undefined ? [] : [server.origin]),
    node: server === undefined ? null : `Gateway/${server.gateway}`,
  });
  if (rejection === null) return { next: listener };
  return {
    trace: draft.end({
      outcome: 'no-filter-chain',
      client: connectionReset(request, entry.isTls),
      meaning:
        'Envoy refuses this listener as a whole and keeps the one that it had before: none, where the pods are new. What works depends on the order in which things came, which is why it looks random.',
      causes: rejection.origins
        .slice(0, 1)
        .map((origin) => ({ text: rejection.reason, applies: true, origin })),
    }),
  };
}

/** What listens at one address only is reached there; at that of the pod itself from nowhere else. */
function isReached({ bind }: Listener, { addresses }: GatewayWorkload): boolean {
  if (bind === '0.0.0.0' || bind === '::') return true;
  if (/^(?:127\.|::1$)/.test(bind)) return false;
  return addresses.length === 0 || addresses.includes(bind);
}

function serversOf(
  { servers }: GatewayConfig,
  podPort: number,
  isOpen: boolean,
): readonly TraceCandidate[] {
  return servers.flatMap(({ gateway, index, targets, port, origin }) =>
    targets.map((target) => ({
      name: `server ${index + 1} of ${gateway} (port ${port})`,
      matched: target === podPort && isOpen,
      reason: `it listens on port ${target} of the pods${target === podPort ? '' : `, and not on ${podPort}`}`,
      origin,
    })),
  );
}

function refuse(
  draft: TraceDraft,
  { podPort, front }: Entry,
  candidates: readonly TraceCandidate[],
  elsewhere: readonly Listener[],
): Trace {
  const binds = elsewhere.map(({ bind }) => bind).join(', ');
  draft.step({
    hop: 'listener',
    matched: false,
    reason:
      binds === ''
        ? `Nothing listens on port ${podPort} of the gateway's pods.`
        : `On port ${podPort} the gateway's pods listen at ${binds} only, where no client gets to. Leave bind out of the Gateway's server.`,
    candidates,
    origins: candidates.flatMap(({ origin }) => origin ?? []),
    node: front?.node ?? null,
  });
  return draft.end({
    outcome: 'connection-refused',
    client: connectionRefused(draft.context.request),
    meaning:
      "The gateway's Envoy has no listener on this port, so the connection is refused. A Gateway has to apply to these pods and to have a server for the port; one for TCP, or that passes TLS on, listens only once a VirtualService has a route for it.",
    causes: listenerCauses(draft.context, podPort),
  });
}
