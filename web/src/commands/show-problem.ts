import { type Diagnostic, placeOfDiagnostic } from '@portolan/model';
import { problemKey } from '../session/problems/problem-key.ts';
import type { Session } from '../session/session.ts';
import { findTargetAt } from '../session/target-at.ts';
import { requestReveal, requestText, select, type ViewStore } from '../view-state/view-state.ts';

/** Makes the finding the one that is looked at: in the list, in the text and on the canvas. */
export function showProblem(
  session: Session,
  view: ViewStore,
  diagnostic: Diagnostic,
  focusText: boolean,
): void {
  view.setState({ problem: problemKey(diagnostic) });
  const { snapshot } = session.store.getState();
  const range = placeOfDiagnostic(snapshot, diagnostic);
  if (range === undefined) return;
  const target = findTargetAt(snapshot, range.start);
  if (target !== null) {
    const ids = target.kind === 'node' ? { nodes: [target.id] } : { edges: [target.id] };
    select(view, ids, 'problems');
    requestReveal(view, target);
  }
  requestText(view, range, focusText);
}
