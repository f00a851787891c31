import { isVisibleTo, type RegistryService } from '../world/registry-service.ts';
import type { World } from '../world/world.ts';

/**
 * The registry's host of this name as pods of a namespace see it: that of the namespace where it is
 * named before any other. null where there is none that they see.
 */
export function findRegistryService(
  world: World,
  host: string,
  namedIn: string,
  podNamespace: string,
): RegistryService | null {
  const seen = (world.registry.get(host) ?? []).filter((service) =>
    isVisibleTo(service, podNamespace),
  );
  return seen.find(({ namespace }) => namespace === namedIn) ?? seen[0] ?? null;
}
