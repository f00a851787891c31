import { type Snapshot, updateSnapshot } from '../snapshot.ts';
import { snapshotText } from '../snapshot-lookup.ts';
import type { TextEdit } from '../text/text-edit.ts';
import type { EditCommand } from './edit-command.ts';
import type { EditPlan, PlanResult } from './edit-plan.ts';
import { composeEdits } from './fields/compose-edits.ts';
import { planEdit } from './plan-edit.ts';

/**
 * What to write for several commands at once, all or none: each is planned on what the ones before
 * it made, and the edits are of the text before all of them.
 */
export function planEdits(
  snapshot: Snapshot,
  commands: readonly EditCommand[],
  label: string,
): PlanResult {
  const text = commands.length > 1 ? snapshotText(snapshot) : '';
  const plans: EditPlan[] = [];
  let edits: readonly TextEdit[] = [];
  let current = snapshot;
  for (const [index, command] of commands.entries()) {
    const result = planEdit(current, command);
    if (!result.ok) return result;
    plans.push(result.plan);
    edits = index === 0 ? result.plan.edits : composeEdits(text, edits, result.plan.edits);
    if (index < commands.length - 1) current = updateSnapshot(current, result.plan.edits);
  }
  const renamed = plans.flatMap((plan) => plan.renamed);
  const reveal = plans.at(-1)?.reveal ?? null;
  return { ok: true, plan: { version: snapshot.version, label, edits, renamed, reveal } };
}
