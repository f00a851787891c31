import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import type { World } from '../world/world.ts';

/** The VirtualServices that name a Gateway, as pods of one namespace see them. */
export interface ServicesOnGateway {
  /** Those that count, in the order in which their routes stand. */
  readonly seen: readonly ResourceOf<'VirtualService'>[];
  /** Those that are not exported to the pods' namespace. */
  readonly hidden: readonly ResourceOf<'VirtualService'>[];
}

/**
 * The VirtualServices that name a Gateway (`namespace/name`): first those of the pods' namespace that
 * are for it alone, then those that others export to it by name, then those that all see; each by
 * age. What has no hosts is a delegate, and on no Gateway.
 */
export function servicesOnGateway(
  world: World,
  gateway: string,
  podNamespace: string,
): ServicesOnGateway {
  const own: ResourceOf<'VirtualService'>[] = [];
  const exported: ResourceOf<'VirtualService'>[] = [];
  const everybodys: ResourceOf<'VirtualService'>[] = [];
  const hidden: ResourceOf<'VirtualService'>[] = [];
  for (const resource of world.boundTo.get(gateway) ?? []) {
    const { details, namespace } = resource;
    if (details.hosts.length === 0) continue;
    const scopes = details.exportTo ?? world.defaultExportTo;
    const isOwn = scopes.includes('.') || scopes.includes(namespace);
    if (scopes.includes('*')) everybodys.push(resource);
    else if (scopes.includes('~')) hidden.push(resource);
    else if (namespace === podNamespace && isOwn) own.push(resource);
    else if (namespace !== podNamespace && scopes.includes(podNamespace)) exported.push(resource);
    else hidden.push(resource);
  }
  return { seen: [...own, ...exported, ...everybodys], hidden };
}
