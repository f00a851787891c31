import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import type { FrontService, GatewayWorkload } from '../../gateway-config.ts';
import { namedServicesOf } from '../pods/front-services.ts';
import type { World } from '../world/world.ts';

/** A Gateway that applies to a gateway workload. */
export interface ApplyingGateway {
  readonly gateway: ResourceOf<'Gateway'>;
  /** The Services that its port numbers are looked up in. */
  readonly fronts: readonly FrontService[];
  /** Whether it names its Services; else it selects pods by their labels. */
  readonly namesServices: boolean;
}

/**
 * The Gateways of all namespaces that apply to these pods, by age: those whose selector the pods
 * have, those without a selector, and those that name a Service of the pods beside them.
 */
export function applyingGateways(
  { gateways }: World,
  pod: GatewayWorkload,
  fronts: readonly FrontService[],
): readonly ApplyingGateway[] {
  return gateways.flatMap((gateway): readonly ApplyingGateway[] => {
    const named = namedServicesOf(gateway);
    if (named !== null) {
      const own = fronts.filter(
        ({ host, namespace }) => namespace === gateway.namespace && named.includes(host),
      );
      return own.length === 0 ? [] : [{ gateway, fronts: own, namesServices: true }];
    }
    return matchesSelector(gateway.details.selector, pod.labels)
      ? [{ gateway, fronts, namesServices: false }]
      : [];
  });
}
