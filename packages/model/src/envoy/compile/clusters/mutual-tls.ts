import { isOf, type ResourceOf } from '../../../graph/graph-lookup.ts';
import type { Resource } from '../../../resources/resource.ts';
import { sortByAge } from '../../../resources/sort-by-age.ts';
import { labelsField, recordField, textField } from '../../../resources/tolerant-value.ts';
import type { RegistryService } from '../world/registry-service.ts';
import type { World } from '../world/world.ts';
import { ROOT_NAMESPACE } from './effective-rule.ts';
import type { Endpoints } from './find-endpoints.ts';

/**
 * Whether istiod lets a gateway find out which endpoints speak the mesh's mutual TLS
 * (`BestEffortInferServiceMTLSMode`). Where requests go to pods without an address of a Service
 * between (headless ones, `PASSTHROUGH`) all pods have to say that they do.
 */
export function findsMutualTls(
  world: World,
  { source, namespace }: RegistryService,
  { workloads }: Endpoints,
  isPassedThrough: boolean,
): boolean {
  if (source.kind === 'ServiceEntry' && isExternal(source.resource)) return false;
  const isDirect = isPassedThrough || hasNoAddress(source);
  const speak = workloads.length > 0 && workloads.every(speaksMutualTls);
  return (!isDirect || speak) && modesOf(world)(namespace) !== 'DISABLE';
}

/** Whether the hosts of a ServiceEntry are outside of the mesh, as they are where nothing is said. */
export function isExternal({ details }: ResourceOf<'ServiceEntry'>): boolean {
  return details.location !== 'MESH_INTERNAL';
}

function hasNoAddress(source: RegistryService['source']): boolean {
  switch (source.kind) {
    case 'assumed':
      return false;
    case 'Service':
      return textField(recordField(source.resource.value, 'spec'), 'clusterIP') === 'None';
    case 'ServiceEntry':
      return source.resource.details.resolution === 'NONE';
  }
}

function speaksMutualTls({ details }: ResourceOf<'Workload'>): boolean {
  return details.podLabels['security.istio.io/tlsMode'] === 'istio';
}

type Modes = (namespace: string) => string;

const known = new WeakMap<World, Modes>();

/** The mode of a namespace's PeerAuthentication, else of the mesh's (`addPeerAuthentication`). */
function modesOf(world: World): Modes {
  const before = known.get(world);
  if (before !== undefined) return before;
  const wide = [...world.byId.values()].filter(isForAll);
  const modes = new Map<string, string>();
  for (const { namespace, value } of sortByAge(wide)) {
    const mode = textField(recordField(recordField(value, 'spec'), 'mtls'), 'mode') ?? 'UNSET';
    // The oldest counts.
    if (!modes.has(namespace)) modes.set(namespace, mode);
  }
  const ofMesh = modes.get(ROOT_NAMESPACE) ?? 'UNSET';
  const find: Modes = (namespace) => {
    const own = modes.get(namespace) ?? 'UNSET';
    return own === 'UNSET' ? ofMesh : own;
  };
  known.set(world, find);
  return find;
}

function isForAll(resource: Resource): boolean {
  if (!isOf(resource, 'Other') || resource.kind !== 'PeerAuthentication') return false;
  const selector = recordField(recordField(resource.value, 'spec'), 'selector');
  return (
    resource.group === 'security.istio.io' &&
    Object.keys(labelsField(selector, 'matchLabels')).length === 0
  );
}
