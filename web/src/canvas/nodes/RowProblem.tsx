import type { NodeId } from '@portolan/model';
import type { ReactElement } from 'react';
import { problemsByNode } from '../../session/problems/node-problems.ts';
import { useDiagnosis } from '../../session/session-context.ts';
import { PROBLEM_LOOKS } from '../../ui/problem-look.ts';
import styles from './ProblemBadge.module.css';

/** The mark in front of a row that something is wrong with. */
export function RowProblem({
  node,
  row,
}: {
  readonly node: NodeId;
  readonly row: string;
}): ReactElement | null {
  const look = useDiagnosis((state) => problemsByNode(state).get(node)?.rows.get(row) ?? null);
  if (look === null) return null;
  const { Icon, word } = PROBLEM_LOOKS[look];
  return (
    <span className={styles.row} data-class={look}>
      <Icon size={11} aria-label={word} />
    </span>
  );
}
