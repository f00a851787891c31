import type { FieldOrigin } from '../../graph/topology.ts';
import type { EnvoyRoute } from '../route-config.ts';

/** A route as people find it in its manifest: `route 2 of default/shop`, `route 1, match 2 of default/shop`. */
export function routePlace({ rule, matchedBy }: EnvoyRoute): string {
  const [block] = matchedBy;
  const number = countFrom1(rule.path.at(-1));
  const match = block === undefined ? null : countFrom1(block.path.at(-1));
  const owner = ownerOf(rule);
  return match === null || match === 1
    ? `route ${number} of ${owner}`
    : `route ${number}, match ${match}, of ${owner}`;
}

function countFrom1(step: string | number | undefined): number {
  return typeof step === 'number' ? step + 1 : 1;
}

/** `namespace/name` of the resource. */
export function ownerOf({ resourceId }: FieldOrigin): string {
  return resourceId.slice(resourceId.indexOf('/') + 1);
}
