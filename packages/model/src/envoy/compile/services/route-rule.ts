import type { FieldOrigin } from '../../../graph/topology.ts';
import type { ValueRecord } from '../../../resources/tolerant-value.ts';

/** An http route of a VirtualService as istiod has it: names are whole, delegates are in place. */
export interface RouteRule {
  readonly value: ValueRecord;
  /** Where it is written: in the VirtualService itself, or in its delegate. */
  readonly origin: FieldOrigin;
  /** The http route that delegates to it; null where none does. */
  readonly delegatedBy: FieldOrigin | null;
  /** The fields that it has from that route. */
  readonly inherited: readonly string[];
  /** Empty: it takes everything. */
  readonly blocks: readonly MatchBlock[];
}

/** A match block, and where it is written: in a delegate also where the route above narrows it. */
export interface MatchBlock {
  readonly value: ValueRecord;
  readonly origins: readonly FieldOrigin[];
}

/** A field of the rule, where it is written: of a delegate's route perhaps in the route above. */
export function fieldOrigin(
  { origin, delegatedBy, inherited }: RouteRule,
  field: string,
): FieldOrigin {
  const home = delegatedBy !== null && inherited.includes(field) ? delegatedBy : origin;
  return { resourceId: home.resourceId, path: [...home.path, field] };
}
