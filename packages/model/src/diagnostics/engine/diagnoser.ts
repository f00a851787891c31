import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { isDeepEqual } from '../../graph/is-deep-equal.ts';
import type { Assumptions } from '../../resources/assumptions.ts';
import type { Resource } from '../../resources/resource.ts';
import { entryOf } from '../codes/catalogue.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Check } from './check.ts';
import { createResources, takeBlocks } from './checked-resources.ts';
import { compareDiagnostics } from './compare-diagnostics.ts';
import { planChecks } from './plan-checks.ts';
import { runUnit, type Surroundings } from './run-unit.ts';
import type { Unit } from './unit.ts';

/** What is checked: resources by blocks of documents, which stay the same objects where nothing changed. */
export interface Subject extends Omit<Surroundings, 'now'> {
  /** In text order. */
  readonly blocks: readonly (readonly Resource[])[];
}

/**
 * Checks a text that changes: costs as much as what changed and what looked there. After any
 * updates it says the same as a new one would.
 */
export interface Diagnoser {
  /** Takes note of what changed; says nothing new before it has worked. */
  readonly update: (subject: Subject) => void;
  /** Runs what is due, until nothing is or the time is up; whether nothing is left. */
  readonly work: (isTimeUp?: () => boolean) => boolean;
  /** What is known by now, per document, in the order of their paths. */
  readonly diagnostics: () => ReadonlyMap<ManifestDocument, readonly Diagnostic[]>;
}

/** A diagnoser with these checks that has seen nothing yet, for a time in milliseconds since 1970. */
export function createDiagnoser(checks: readonly Check[], now: number): Diagnoser {
  const plan = planChecks(checks);
  let state = createResources(plan, null);
  return {
    update: ({ blocks, ...surroundings }) => {
      const isSame =
        state.surroundings?.schema === surroundings.schema &&
        isSameWorld(state.surroundings.assumptions, surroundings.assumptions);
      if (!isSame) state = createResources(plan, { ...surroundings, now });
      takeBlocks(state, blocks);
    },
    work: (isTimeUp = () => false) => {
      const { due, slots, surroundings } = state;
      if (surroundings === null) return true;
      for (const unit of due) {
        due.delete(unit);
        runUnit(unit, slots, surroundings);
        if (unit.diagnostics.length > 0) state.telling.add(unit);
        else state.telling.delete(unit);
        if (isTimeUp()) break;
      }
      return due.size === 0;
    },
    diagnostics: () => collect(state.telling),
  };
}

/** Muting changes what is shown and not what is found. */
function isSameWorld(one: Assumptions, other: Assumptions): boolean {
  return one === other || isDeepEqual({ ...one, muted: [] }, { ...other, muted: [] });
}

function collect(telling: ReadonlySet<Unit>): ReadonlyMap<ManifestDocument, readonly Diagnostic[]> {
  const found = new Map<ManifestDocument, Diagnostic[]>();
  for (const { diagnostics } of telling) {
    for (const diagnostic of diagnostics) {
      const others = found.get(diagnostic.document);
      if (others === undefined) found.set(diagnostic.document, [diagnostic]);
      else others.push(diagnostic);
    }
  }
  for (const [document, diagnostics] of found) found.set(document, sortDistinct(diagnostics));
  return found;
}

function sortDistinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const said = new Set<string>();
  let before: Diagnostic | null = null;
  return diagnostics.toSorted(compareDiagnostics).filter((one) => {
    const isSame = before !== null && compareDiagnostics(before, one) === 0;
    before = one;
    if (isSame || entryOf(one.code).once !== true) return !isSame;
    const key = `${one.code} ${one.resource}`;
    const isFirst = !said.has(key);
    said.add(key);
    return isFirst;
  });
}
