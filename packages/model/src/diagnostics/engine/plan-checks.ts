import type { Resource } from '../../resources/resource.ts';
import type { Check, GroupCheck, ResourceCheck } from './check.ts';
import { kindKey, type Relation } from './relation.ts';

/** What the checks ask of which resources. */
export interface Plan {
  readonly relations: ReadonlySet<Relation>;
  readonly relationsOf: (resource: Resource) => readonly Relation[];
  readonly groupChecks: ReadonlyMap<Relation, readonly GroupCheck[]>;
  /** What each unit of a resource of this kind checks. */
  readonly unitsOf: (kind: string) => readonly (readonly ResourceCheck[])[];
}

/** Sorts the checks by what they are about. */
export function planChecks(checks: readonly Check[]): Plan {
  const relations = new Set<Relation>();
  const groupChecks = new Map<Relation, GroupCheck[]>();
  const resourceChecks: ResourceCheck[] = [];
  for (const check of checks) {
    for (const relation of check.reads) relations.add(relation);
    if ('run' in check) resourceChecks.push(check);
    else {
      relations.add(check.about);
      groupChecks.set(check.about, [...(groupChecks.get(check.about) ?? []), check]);
    }
  }
  const byKind = new Map<string, readonly Relation[]>();
  const units = new Map<string, readonly (readonly ResourceCheck[])[]>();
  return {
    relations,
    groupChecks,
    relationsOf: (resource) =>
      remember(byKind, kindKey(resource), (kind) =>
        [...relations].filter(({ kinds }) => kinds.includes(kind)),
      ),
    unitsOf: (kind) => remember(units, kind, () => splitChecks(resourceChecks, kind)),
  };
}

function remember<Value>(
  known: Map<string, Value>,
  key: string,
  make: (key: string) => Value,
): Value {
  const value = known.get(key) ?? make(key);
  known.set(key, value);
  return value;
}

function splitChecks(
  checks: readonly ResourceCheck[],
  kind: string,
): readonly (readonly ResourceCheck[])[] {
  const own = checks.filter(({ about }) => about === 'every' || about.includes(kind));
  const alone = own.filter(({ reads }) => reads.length === 0);
  const reading = own.filter(({ reads }) => reads.length > 0).map((check) => [check]);
  return alone.length > 0 ? [alone, ...reading] : reading;
}
