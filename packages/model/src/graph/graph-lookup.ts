import type { Assumptions } from '../resources/assumptions.ts';
import type { Resource, ResourceDetails, ResourceId } from '../resources/resource.ts';
import type { Relation } from './slot.ts';

/** A resource whose details are of one type. */
export type ResourceOf<Type extends ResourceDetails['type']> = Resource & {
  readonly details: Extract<ResourceDetails, { readonly type: Type }>;
};

/** What was found, as it is now. */
export interface Found {
  readonly resource: Resource;
}

/**
 * What links a resource to the ones around it. Every answer is remembered: when it may be another
 * one, the resource is linked again.
 */
export interface GraphLookup {
  readonly assumptions: Assumptions;
  /** The resource with this id; of several the last in the text, as when all are applied. */
  findResource(id: ResourceId): Resource | undefined;
  /** How many manifests with this id stand before the last one. */
  countDuplicates(id: ResourceId): number;
  /** What provides the key, in text order. */
  findProviders(relation: Relation, key: string): readonly Found[];
  /** What provides all of the keys may be found under any of them: those of the shortest list. */
  findFewestProviders(relation: Relation, keys: readonly string[]): readonly Found[];
  /** Whether a LoadBalancer node stands for this Service. */
  isLoadBalancer(service: ResourceOf<'Service'>): boolean;
}

/** Whether the resource's details are of this type. */
export function isOf<Type extends ResourceDetails['type']>(
  resource: Resource | undefined,
  type: Type,
): resource is ResourceOf<Type> {
  return resource !== undefined && resource.details.type === type;
}

/** The resources of this type among what was found. */
export function pickType<Type extends ResourceDetails['type']>(
  found: readonly Found[],
  type: Type,
): readonly ResourceOf<Type>[] {
  const picked: ResourceOf<Type>[] = [];
  for (const { resource } of found) if (isOf(resource, type)) picked.push(resource);
  return picked;
}
