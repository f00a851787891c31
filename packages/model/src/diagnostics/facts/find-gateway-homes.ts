import type { Resource } from '../../resources/resource.ts';
import type { Lookup } from '../engine/check.ts';
import { GATEWAYS_BY_NAME } from '../relations/gateways.ts';
import { findNamedGateways } from './find-bound-servers.ts';
import { findPods, READS_OF_PODS } from './find-pods.ts';

/** Where the pods of a Gateway run. */
export interface GatewayHome {
  readonly gateway: Resource;
  /** Sorted, each once; never empty. */
  readonly namespaces: readonly string[];
  /** Whether the pods stand in the text; otherwise they are assumed. */
  readonly isKnown: boolean;
}

/** What a check reads that calls `findGatewayHomes`. */
export const READS_OF_HOMES = [...READS_OF_PODS, GATEWAYS_BY_NAME] as const;

/** The Gateways of the text that a VirtualService names, and where their pods run, as far as there are some. */
export function findGatewayHomes(resource: Resource, lookup: Lookup): readonly GatewayHome[] {
  return findNamedGateways(resource, lookup).flatMap(({ gateway, details }) => {
    const pods = findPods(lookup, details.selector);
    // What the text has counts before assumptions.
    const own = pods.filter(({ resource: pod }) => pod !== null);
    const isKnown = own.length > 0;
    const namespaces = new Set((isKnown ? own : pods).map(({ namespace }) => namespace));
    return namespaces.size === 0
      ? []
      : [{ gateway, namespaces: [...namespaces].toSorted(), isKnown }];
  });
}
