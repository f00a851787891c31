import type { Assumptions } from '../../resources/assumptions.ts';
import type { Resource } from '../../resources/resource.ts';
import { entryOf } from '../codes/catalogue.ts';
import type { Diagnostic, Severity } from '../diagnostic.ts';
import type { Check, Finding, Lookup, Report, Schema } from './check.ts';
import { formatGo } from './format-go.ts';
import type { Relation } from './relation.ts';
import { dropEmpty, getSlot, type Slot, type Slots } from './slots.ts';
import type { Entry, Unit } from './unit.ts';

/** What checks know besides what they find. */
export interface Surroundings {
  readonly assumptions: Assumptions;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly schema: Schema | null;
}

/** Runs the unit's checks and keeps what they say and where they looked. A check that throws costs one finding. */
export function runUnit(unit: Unit, slots: Slots, surroundings: Surroundings): void {
  const needs = new Set<Slot>();
  const diagnostics: Diagnostic[] = [];
  const report: Report = (finding) => {
    if (!finding.resource.stale) diagnostics.push(completeFinding(finding));
  };
  if ('slot' in unit) {
    const { check, slot } = unit;
    const [first] = slot.holders;
    const group = { key: slot.key, resources: slot.holders };
    if (first !== undefined)
      guard(check, first, diagnostics, () =>
        check.runGroup(group, createLookup(check, slots, needs, surroundings, []), report),
      );
  } else {
    const { entry, checks } = unit;
    for (const check of checks)
      guard(check, entry.resource, diagnostics, () =>
        check.run(
          entry.resource,
          createLookup(check, slots, needs, surroundings, entry.replaced),
          report,
        ),
      );
  }
  moveSeeker(unit, needs, slots);
  unit.diagnostics = diagnostics.length === 0 ? NOTHING : diagnostics;
}

const NOTHING: readonly never[] = Object.freeze([]);

/** Takes the unit out of every slot where it looked. */
export function forgetNeeds(unit: Unit, slots: Slots): void {
  moveSeeker(unit, new Set(), slots);
}

function moveSeeker(unit: Unit, needs: ReadonlySet<Slot>, slots: Slots): void {
  for (const slot of unit.needs) {
    if (needs.has(slot)) continue;
    slot.seekers.delete(unit);
    dropEmpty(slots, slot);
  }
  for (const slot of needs) slot.seekers.add(unit);
  unit.needs = needs.size === 0 ? NOTHING : [...needs];
}

function createLookup(
  check: Check,
  slots: Slots,
  needs: Set<Slot>,
  { assumptions, now, schema }: Surroundings,
  replaced: Entry['replaced'],
): Lookup {
  return {
    assumptions,
    now,
    schema,
    replaced,
    find: (relation: Relation, key: string) => {
      if (!check.reads.includes(relation))
        throw new Error(`${check.name} does not declare that it reads ${relation.name}.`);
      const slot = getSlot(slots, relation, key);
      needs.add(slot);
      return slot.holders;
    },
  };
}

function guard(check: Check, resource: Resource, into: Diagnostic[], run: () => void): void {
  const before = into.length;
  try {
    run();
  } catch (error) {
    into.length = before;
    const reason = error instanceof Error ? error.message : String(error);
    into.push(
      completeFinding({
        code: 'PTL0000',
        resource,
        path: [],
        message: `Portolan could not finish the check "${check.name}" here (${reason}). Everything else is checked. Please report it with this manifest.`,
        data: { check: check.name },
      }),
    );
  }
}

function completeFinding(finding: Finding): Diagnostic {
  const { code, resource, path, message, args, part = 'value' } = finding;
  const { severity, template } = entryOf(code);
  const certainty = finding.certainty ?? 'wrong';
  return {
    code,
    severity: certainty === 'unknown' ? soften(finding.severity) : (finding.severity ?? severity),
    certainty,
    message,
    istioMessage: template === undefined || args === undefined ? null : formatGo(template, args),
    resource: resource.id,
    document: resource.document,
    place: { path: [...resource.path, ...path], part },
    follows: finding.follows ?? null,
    related: finding.related ?? NOTHING,
    settledBy: finding.settledBy ?? NOTHING,
    data: finding.data ?? NO_DATA,
  };
}

const NO_DATA = Object.freeze({});

/** What cannot be known is no error. */
function soften(severity: Severity | undefined): Severity {
  return severity === 'warning' ? 'warning' : 'info';
}
