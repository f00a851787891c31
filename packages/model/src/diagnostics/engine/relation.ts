import type { Assumptions } from '../../resources/assumptions.ts';
import type { Resource } from '../../resources/resource.ts';

/**
 * A way by which checks find resources: each resource of these kinds is found under each of its
 * keys. Relations are constants; a check declares those that it reads.
 */
export interface Relation {
  /** Unique among the relations. */
  readonly name: string;
  /** As ids begin: `Gateway`, `Sidecar.networking.istio.io`. */
  readonly kinds: readonly string[];
  /** Depends on nothing but the resource and the assumptions; may name a key twice. */
  readonly keysOf: (resource: Resource, assumptions: Assumptions) => readonly string[];
  /**
   * What checks look at in a resource that they find by this; the whole manifest if absent. Who
   * looked is asked again when, and only when, that has changed.
   */
  readonly shows?: (resource: Resource) => unknown;
}

/** The part of a resource's id before its namespace: its kind, with the group where others have that name. */
export function kindKey({ id }: Resource): string {
  return id.slice(0, id.indexOf('/'));
}
