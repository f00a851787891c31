import { middleOfCurve, type SceneEdge } from '@portolan/model';
import type { ReactElement } from 'react';
import { showProblem } from '../../commands/show-problem.ts';
import { problemsByEdge } from '../../session/problems/edge-problems.ts';
import { useDiagnosis, useSession } from '../../session/session-context.ts';
import { PROBLEM_LOOKS } from '../../ui/problem-look.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import { changePanes } from '../../view-state/view-state.ts';
import styles from './EdgeLayer.module.css';

const SIGNS = {
  error: 'M-3 -3 3 3M3 -3-3 3',
  warning: 'M0 -4 0 1M0 4 0 4',
  unknown: 'M-2 -2.4a2 2 0 1 1 2.6 2.2Q0 0.2 0 1.4M0 4 0 4',
} as const;

/** The mark in the middle of a line that something is wrong with; a click shows what. */
export function EdgeMark({ edge }: { readonly edge: SceneEdge }): ReactElement | null {
  const session = useSession();
  const view = useViewStore();
  const found = useDiagnosis((state) => problemsByEdge(state).get(edge.id)?.look ?? null);
  const look = found ?? (edge.edge.broken === null ? null : 'error');
  if (look === null) return null;
  const show = (): void => {
    const first = problemsByEdge(session.diagnosis.getState()).get(edge.id)?.first;
    if (first === undefined) return;
    changePanes(view, { dockOpen: true, dockTab: 'problems' });
    showProblem(session, view, first, false);
  };
  return (
    <>
      {edge.lines.map(({ curve }) => {
        const { x, y } = middleOfCurve(curve);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: it is a part of the line, which has the role
          <g
            key={`${x} ${y}`}
            className={styles.mark}
            data-class={look}
            data-problem={PROBLEM_LOOKS[look].word}
            transform={`translate(${x} ${y})`}
            onClick={show}
          >
            <circle r="8" />
            <path d={SIGNS[look]} />
          </g>
        );
      })}
    </>
  );
}
