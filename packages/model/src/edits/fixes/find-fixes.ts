import type { Code } from '../../diagnostics/codes/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Snapshot, updateSnapshot } from '../../snapshot.ts';
import { findResource, snapshotText } from '../../snapshot-lookup.ts';
import { applyTextEdits } from '../../text/text-edit.ts';
import { planEdit } from '../plan-edit.ts';
import { fixHostMismatch } from './fix-host-mismatch.ts';
import { fixMissingPort } from './fix-missing-port.ts';
import { fixMissingReference } from './fix-missing-reference.ts';
import type { Fixer, QuickFix } from './quick-fix.ts';

const FIXERS: Partial<Readonly<Record<Code, Fixer>>> = {
  IST0101: fixMissingReference,
  IST0112: fixMissingPort,
  IST0132: fixHostMismatch,
  PTL200: fixHostMismatch,
};

/**
 * The ways out of a finding, the best first; none where nothing sure can be done, and where the
 * text has changed since. Whether each can be carried out is known when it is planned.
 */
export function findFixes(snapshot: Snapshot, diagnostic: Diagnostic): readonly QuickFix[] {
  const { code, document, place } = diagnostic;
  const fixer = FIXERS[code];
  const resource =
    diagnostic.resource === null ? undefined : findResource(snapshot, diagnostic.resource);
  if (fixer === undefined || resource === undefined || resource.document !== document) return [];
  const path = 'path' in place ? place.path.slice(resource.path.length) : [];
  return fixer({ snapshot, diagnostic, resource, path });
}

/** The text after a fix, to be shown before it is carried out; or why it cannot be. */
export function previewFix(
  snapshot: Snapshot,
  { commands }: QuickFix,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string } {
  let text = snapshotText(snapshot);
  let current = snapshot;
  for (const [index, command] of commands.entries()) {
    const result = planEdit(current, command);
    if (!result.ok) return result;
    text = applyTextEdits(text, result.plan.edits);
    if (index < commands.length - 1) current = updateSnapshot(current, result.plan.edits);
  }
  return { ok: true, text };
}
