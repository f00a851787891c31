import { matchesSelector } from '../../../resources/match-selector.ts';
import type { Labels } from '../../../resources/resource.ts';
import type { ServerState } from '../../gateway-config.ts';
import type { Cause } from '../trace.ts';
import type { TraceContext } from '../trace-context.ts';

/** Why nothing listens on a port of the pods: what is so in the manifests, and what it usually is. */
export function listenerCauses(context: TraceContext, podPort: number): readonly Cause[] {
  const { config, request } = context;
  const dropped = config.servers.flatMap((server) =>
    server.port === request.port || server.targets.includes(podPort) ? dropsOf(server) : [],
  );
  const withoutRoute = config.drops
    .filter(({ reason }) => reason === 'no-route')
    .filter(({ origin }) => serverAt(config.servers, origin)?.targets.includes(podPort))
    .map(({ message, origin }) => ({ text: message, applies: true, origin }));
  const others = unselected(context);
  return [
    ...dropped,
    ...withoutRoute,
    ...others,
    {
      text: `No Gateway of this text applies to these pods. Add one whose selector they have (${pairs(config.workload.labels)}), with a server for port ${request.port}.`,
      applies: config.gateways.length === 0 && others.length === 0,
      origin: null,
    },
    {
      text: `No Gateway that applies to these pods has a server for port ${request.port}. Add one, or use a port that one has.`,
      applies: dropped.length === 0 && withoutRoute.length === 0 && config.gateways.length > 0,
      origin: null,
    },
    {
      text: "The selector of the Gateway is not what the gateway's pods are labelled with: istioctl labels them istio: ingressgateway, a Helm release named istio-ingress istio: ingress.",
      applies: false,
      origin: null,
    },
  ];
}

function dropsOf({ drops }: ServerState): readonly Cause[] {
  return drops.map(({ message, origin }) => ({ text: message, applies: true, origin }));
}

function serverAt(
  servers: readonly ServerState[],
  { resourceId, path }: ServerState['origin'],
): ServerState | undefined {
  return servers.find(
    ({ origin }) =>
      origin.resourceId === resourceId && origin.path.every((step, at) => step === path[at]),
  );
}

/** Gateways that have the port, and whose selector picks other pods. */
function unselected({ world, config, request }: TraceContext): readonly Cause[] {
  const { labels } = config.workload;
  return world.gateways
    .filter(({ details }) => details.servers.some(({ port }) => port === request.port))
    .filter(({ details }) => !matchesSelector(details.selector, labels))
    .slice(0, 10)
    .map(({ id, namespace, name, details }) => ({
      text: `The Gateway ${namespace}/${name} selects ${pairs(details.selector ?? {})}, and these pods have ${pairs(labels)}, so it does not apply to them. Write the labels of your gateway's pods.`,
      applies: true,
      origin: { resourceId: id, path: ['spec', 'selector'] },
    }));
}

function pairs(labels: Labels): string {
  const all = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  return all.length === 0 ? 'no labels' : all.join(', ');
}
