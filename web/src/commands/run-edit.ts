import type { EditCommand, PlanResult, Point } from '@portolan/model';
import type { ArrangementChange } from '../session/session.ts';
import { notify } from '../view-state/notice.ts';
import { requestFocus, requestReveal, select } from '../view-state/view-state.ts';
import type { CommandContext } from './command.ts';
import { tellReadOnly } from './tell-read-only.ts';

/**
 * Writes one edit as one undo step; selects, shows and focuses what came of it, or says why it can't
 * be done.
 * `place`: where a new node comes to stand.
 */
export function runEdit(
  context: Pick<CommandContext, 'session' | 'view'>,
  edit: EditCommand,
  place?: Point,
): PlanResult {
  const result = context.session.dispatch(edit, place);
  showResult(context, result, place !== undefined);
  return result;
}

/**
 * Writes several edits as one undo step, all or none; `places` are for what each of them adds, and
 * `beside` is changed in the same step.
 */
export function runEdits(
  context: Pick<CommandContext, 'session' | 'view'>,
  edits: readonly EditCommand[],
  label: string,
  places: readonly Point[] = [],
  beside: ArrangementChange = {},
): PlanResult {
  const result = context.session.dispatchAll(edits, label, places, beside);
  showResult(context, result, places.length > 0);
  return result;
}

function showResult(
  { session, view }: Pick<CommandContext, 'session' | 'view'>,
  result: PlanResult,
  isPlaced: boolean,
): void {
  if (session.readOnlyReason !== null) {
    tellReadOnly({ session, view });
    return;
  }
  if (!result.ok) {
    notify(view, 'warning', result.reason);
    return;
  }
  const { reveal } = result.plan;
  const { nodes } = session.store.getState().snapshot.topology;
  if (reveal === null || !nodes.some((node) => node.id === reveal)) return;
  select(view, { nodes: [reveal] }, 'command');
  // Where somebody puts something, they are looking already.
  if (!isPlaced) requestReveal(view, { kind: 'node', id: reveal }, 'whole');
  requestFocus(view, { kind: 'node', id: reveal });
}
