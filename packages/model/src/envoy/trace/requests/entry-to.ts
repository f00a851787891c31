import type { GatewayConfig } from '../../gateway-config.ts';
import { findFront } from '../find-front.ts';
import type { TraceRequest } from '../trace-request.ts';
import type { RoutePlace } from './route-requests.ts';

/**
 * Where a request has to come in for its connection to get to the listener of the place: by its
 * Gateway where that will do, else by a Service in front of the pods, else at the pods themselves.
 * `comesHere` says whether a name given as the gateway leads to this workload, as of several that
 * have the Gateway only one is taken.
 */
export function entryTo(
  { fronts, workload }: GatewayConfig,
  { listener, chain }: Pick<RoutePlace, 'listener' | 'chain'>,
  comesHere: (gateway: string) => boolean,
): Pick<TraceRequest, 'gateway' | 'port' | 'podPort'> {
  const services = fronts.map(({ namespace, name }) => `${namespace}/${name}`);
  const names = [chain.server.gateway, ...services, workload.id].filter(comesHere);
  const ports = [
    chain.server.port,
    ...fronts.flatMap((front) => front.ports.map((one) => one.port)),
  ];
  for (const gateway of names)
    for (const port of ports)
      if (findFront(fronts, gateway, port)?.target === listener.port)
        return { gateway, port, podPort: null };
  const [gateway = workload.id] = names;
  return { gateway, port: chain.server.port, podPort: listener.port };
}
