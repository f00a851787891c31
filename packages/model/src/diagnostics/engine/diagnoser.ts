import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { isDeepEqual } from '../../graph/is-deep-equal.ts';
import type { Assumptions } from '../../resources/assumptions.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Slices } from '../../text/slices.ts';
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

/** What is wrong with resources, per document, in the order of their paths. */
export type DocumentDiagnostics = ReadonlyMap<ManifestDocument, readonly Diagnostic[]>;

/**
 * Checks a text that changes: costs as much as what changed and what looked there. After any others
 * it says the same of a text as a new one would. Where one text is left half checked for the next,
 * what was due is done there.
 */
export interface Diagnoser {
  readonly diagnose: (subject: Subject) => Slices<DocumentDiagnostics>;
}

/** A diagnoser with these checks that has seen nothing yet, for a time in milliseconds since 1970. */
export function createDiagnoser(checks: readonly Check[], now: number): Diagnoser {
  const plan = planChecks(checks);
  let state = createResources(plan, null);
  return {
    *diagnose({ blocks, ...beside }) {
      const surroundings = { ...beside, now };
      const isSame =
        state.surroundings?.schema === beside.schema &&
        isSameWorld(state.surroundings.assumptions, beside.assumptions);
      if (!isSame) state = createResources(plan, surroundings);
      const { due, slots, telling } = state;
      yield* takeBlocks(state, blocks);
      for (const unit of due) {
        due.delete(unit);
        runUnit(unit, slots, surroundings);
        if (unit.diagnostics.length > 0) telling.add(unit);
        else telling.delete(unit);
        yield null;
      }
      return yield* collect(telling);
    },
  };
}

/** Muting changes what is shown and not what is found. */
function isSameWorld(one: Assumptions, other: Assumptions): boolean {
  return one === other || isDeepEqual({ ...one, muted: [] }, { ...other, muted: [] });
}

function* collect(telling: ReadonlySet<Unit>): Slices<DocumentDiagnostics> {
  const found = new Map<ManifestDocument, Diagnostic[]>();
  for (const { diagnostics } of telling) {
    for (const diagnostic of diagnostics) {
      const others = found.get(diagnostic.document);
      if (others === undefined) found.set(diagnostic.document, [diagnostic]);
      else others.push(diagnostic);
    }
    yield null;
  }
  for (const [document, diagnostics] of found) {
    found.set(document, sortDistinct(diagnostics));
    yield null;
  }
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
