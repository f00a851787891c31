import { isVisibleTo, type RegistryService } from '../world/registry-service.ts';
import { visibleServices } from '../world/visible-services.ts';
import type { World } from '../world/world.ts';

/**
 * The registry's host of this name as pods of a namespace have it; `namedIn`: that of the namespace
 * where it is named comes first, as for http routes (`buildNameToServiceMapForHTTPRoutes`). null
 * where there is none that they see.
 */
export function findRegistryService(
  world: World,
  host: string,
  namedIn: string | null,
  podNamespace: string,
): RegistryService | null {
  const own = world.registry.get(host)?.find(({ namespace }) => namespace === namedIn);
  if (own !== undefined && isVisibleTo(own, podNamespace)) return own;
  return visibleServices(world, podNamespace).get(host) ?? null;
}
