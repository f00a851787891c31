import type { NodeId } from '@portolan/model';
import type { ReactElement } from 'react';
import { showProblem } from '../../commands/show-problem.ts';
import { type NodeProblems, problemsByNode } from '../../session/problems/node-problems.ts';
import { sayCounts } from '../../session/problems/say-counts.ts';
import { useDiagnosis, useSession } from '../../session/session-context.ts';
import { PROBLEM_LOOKS } from '../../ui/problem-look.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import { changePanes } from '../../view-state/view-state.ts';
import styles from './ProblemBadge.module.css';

/** How much is wrong with a node, on its upper border; a click shows the worst of it. */
export function ProblemBadge({ node }: { readonly node: NodeId }): ReactElement | null {
  const session = useSession();
  const view = useViewStore();
  // A text, so that the node renders only when it says something else.
  const counts = useDiagnosis((state) => countsOf(problemsByNode(state).get(node)));
  if (counts === '') return null;
  const [errors = 0, warnings = 0] = counts.split(' ').map(Number);
  const look = errors > 0 ? 'error' : 'warning';
  const { Icon } = PROBLEM_LOOKS[look];
  const onClick = (): void => {
    const first = problemsByNode(session.diagnosis.getState()).get(node)?.first;
    if (first === undefined) return;
    changePanes(view, { dockOpen: true, dockTab: 'problems' });
    showProblem(session, view, first, false);
  };
  return (
    <button
      type="button"
      className={`${styles.badge} nodrag nopan`}
      data-class={look}
      aria-label={`${errors + warnings} to mend (${sayCounts(errors, warnings)}): show them`}
      title={sayCounts(errors, warnings)}
      onClick={onClick}
    >
      <Icon size={14} aria-hidden />
      {errors + warnings}
    </button>
  );
}

function countsOf(problems: NodeProblems | undefined): string {
  return problems === undefined ? '' : `${problems.errors} ${problems.warnings}`;
}
