import type { Code } from '../../diagnostics/codes/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource, snapshotText } from '../../snapshot-lookup.ts';
import { applyTextEdits } from '../../text/text-edit.ts';
import type { PlanResult } from '../edit-plan.ts';
import { planEdits } from '../plan-edits.ts';
import { FIXERS } from './fixers.ts';
import type { QuickFix } from './quick-fix.ts';

/**
 * The ways out of a finding, the best first; none where nothing sure can be done, and where the
 * text has changed since. Whether each can be carried out is known when it is planned.
 */
export function findFixes(snapshot: Snapshot, diagnostic: Diagnostic): readonly QuickFix[] {
  const { code, place } = diagnostic;
  const fixer = FIXERS[code];
  const resource = fixer === undefined ? undefined : findSubject(snapshot, diagnostic);
  if (fixer === undefined || resource === undefined || resource.stale) return [];
  const path = 'path' in place ? place.path.slice(resource.path.length) : [];
  return fixer({ snapshot, diagnostic, resource, path });
}

/** Whether there is a way out of findings of this code: of all, or of some. */
export function hasFix(code: Code): boolean {
  return FIXERS[code] !== undefined;
}

/** What to write for a fix, as one step; or why it cannot be carried out. */
export function planFix(snapshot: Snapshot, { commands, title }: QuickFix): PlanResult {
  const result = planEdits(snapshot, commands, title);
  if (!result.ok || result.plan.edits.length > 0) return result;
  return { ok: false, reason: 'It is written like that already, so nothing would change.' };
}

/** The text after a fix, to be shown before it is carried out; or why it cannot be. */
export function previewFix(
  snapshot: Snapshot,
  fix: QuickFix,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string } {
  const result = planFix(snapshot, fix);
  if (!result.ok) return result;
  return { ok: true, text: applyTextEdits(snapshotText(snapshot), result.plan.edits) };
}

/** The resource of this text that the finding is about. Commands name the one that counts; one that is replaced only PTL123 is about. */
function findSubject(snapshot: Snapshot, diagnostic: Diagnostic): Resource | undefined {
  const { code, resource: id, document } = diagnostic;
  if (id === null) return undefined;
  const counting = findResource(snapshot, id);
  if (counting?.document === document) return counting;
  if (code !== 'PTL123') return undefined;
  return snapshot.resources.find((one) => one.id === id && one.document === document);
}
