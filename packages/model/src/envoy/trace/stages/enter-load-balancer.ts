import type { FrontPort, FrontService } from '../../gateway-config.ts';
import { connectionRefused } from '../client-views.ts';
import { findFront, sortFronts } from '../find-front.ts';
import type { TraceCandidate } from '../trace.ts';
import type { TraceDraft } from '../trace-draft.ts';
import type { Stage } from './stage.ts';

/** Where a connection comes to the pods. */
export interface Entry {
  readonly podPort: number;
  /** Whether it comes with TLS. */
  readonly isTls: boolean;
  /** The Service that it came by; null: past all of them. */
  readonly front: FrontService | null;
}

/** From the load balancer's port to the pods'. */
export function enterLoadBalancer(draft: TraceDraft): Stage<Entry> {
  const { config, request } = draft.context;
  const isTls = request.protocol === 'https' || request.protocol === 'tls';
  if (request.podPort !== null) return { next: { podPort: request.podPort, isTls, front: null } };
  const fronts = sortFronts(config.fronts, request.gateway);
  const candidates = fronts.flatMap((front) =>
    front.ports.map((port) => toCandidate(front, port, request.port)),
  );
  const entered = findFront(config.fronts, request.gateway, request.port);
  if (entered === null) return { trace: refuse(draft, fronts, candidates) };
  const { front, port, target } = entered;
  const endsTls = isTls && config.workload.tlsTerminatedInFront;
  draft.step({
    hop: 'load-balancer',
    matched: true,
    found: `${front.namespace}/${front.name}:${port.port}`,
    reason: `Port ${port.port} of ${front.name} leads to port ${target} of the gateway's pods.${endsTls ? ' TLS ends in front of them, so plain HTTP arrives.' : ''}`,
    candidates,
    origins: port.origin === null ? [] : [port.origin],
    node: front.node,
  });
  return { next: { podPort: target, isTls: isTls && !endsTls, front } };
}

function toCandidate(front: FrontService, port: FrontPort, wanted: number): TraceCandidate {
  const leads =
    port.target === null
      ? 'leads to no port of the pods'
      : `leads to the pods' port ${port.target}`;
  return {
    name: `${front.namespace}/${front.name}:${port.port}`,
    matched: port.port === wanted && port.target !== null,
    reason: port.port === wanted ? leads : `it is not port ${wanted}`,
    origin: port.origin,
  };
}

function refuse(
  draft: TraceDraft,
  fronts: readonly FrontService[],
  candidates: readonly TraceCandidate[],
) {
  const { request, config } = draft.context;
  const [front] = fronts;
  const ports = fronts.flatMap((one) => one.ports.map(({ port }) => port));
  const reason =
    front === undefined
      ? `No Service is in front of the pods of ${config.workload.name}, so nothing outside reaches them.`
      : `${front.name} has no port ${request.port}: it has ${ports.join(', ') || 'none'}.`;
  draft.step({
    hop: 'load-balancer',
    matched: false,
    reason,
    candidates,
    origins:
      front?.resource == null ? [] : [{ resourceId: front.resource, path: ['spec', 'ports'] }],
    node: front?.node ?? null,
  });
  return draft.end({
    outcome: 'connection-refused',
    client: connectionRefused(request),
    meaning:
      'Nothing answers on this port of the load balancer, so the connection is refused, or times out. No Envoy sees it, and no log has it.',
    causes: [
      {
        text: 'The Service in front of the gateway does not have the port. Add it there, with the targetPort that the gateway listens on.',
        applies: front !== undefined,
        origin:
          front?.resource == null ? null : { resourceId: front.resource, path: ['spec', 'ports'] },
      },
      {
        text: "The port is a NodePort, or a port of the pods, and not the Service's own.",
        applies: false,
        origin: null,
      },
      {
        text: 'The load balancer has no address yet (EXTERNAL-IP is <pending>).',
        applies: false,
        origin: null,
      },
    ],
  });
}
