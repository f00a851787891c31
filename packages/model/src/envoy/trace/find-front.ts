import type { FrontPort, FrontService } from '../gateway-config.ts';

/** A Service in front of a gateway, by one of its ports that leads to the pods. */
export interface EnteredFront {
  readonly front: FrontService;
  readonly port: FrontPort;
  /** The pods' port. */
  readonly target: number;
}

/**
 * The Service by which a connection to a port comes to the pods: the one that is named as the
 * request's gateway, else the first in `sortFronts`' order. null: none leads anywhere from there.
 */
export function findFront(
  fronts: readonly FrontService[],
  gateway: string | null,
  wanted: number,
): EnteredFront | null {
  for (const front of sortFronts(fronts, gateway)) {
    const port = front.ports.find((one) => one.port === wanted);
    if (port != null && port.target !== null) return { front, port, target: port.target };
  }
  return null;
}

/** The Service that is named alone; else load balancers, then what else there is. */
export function sortFronts(
  fronts: readonly FrontService[],
  gateway: string | null,
): readonly FrontService[] {
  const named = fronts.filter(({ namespace, name }) => `${namespace}/${name}` === gateway);
  if (named.length > 0) return named;
  const rank = ({ serviceType }: FrontService): number =>
    ['LoadBalancer', 'NodePort'].indexOf(serviceType) >>> 0;
  return fronts.toSorted((one, other) => rank(one) - rank(other));
}
