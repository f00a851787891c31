import { type NodeHeader, nodeHeader, nodeRows, type TopologyNode } from '@portolan/model';
import { type CSSProperties, memo, type ReactElement } from 'react';
import { findUnsureNodes } from '../../session/problems/edge-problems.ts';
import { useDiagnosis } from '../../session/session-context.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { KIND_LOOKS } from '../../ui/kind-look.ts';
import { Chip } from './Chip.tsx';
import { NodeHandle } from './NodeHandle.tsx';
import { NodeRowView } from './NodeRowView.tsx';
import styles from './NodeTable.module.css';
import { ProblemBadge } from './ProblemBadge.tsx';

interface NodeTableProps {
  readonly node: TopologyNode;
  /** It shows its header alone. */
  readonly isFolded: boolean;
  readonly selected: boolean;
}

/** A node as a small table, exactly as large as it is measured. */
export const NodeTable = memo(function NodeTable(props: NodeTableProps): ReactElement {
  const { node, isFolded, selected } = props;
  const look = KIND_LOOKS[node.kind];
  const header = nodeHeader(node, isFolded);
  const rows = isFolded ? [] : nodeRows(node);
  const isUnsure = useDiagnosis((state) => findUnsureNodes(state).has(node.id));
  const classes = [styles.table, styles[node.status]];
  if (isUnsure) classes.push(styles.unsure);
  if (selected) classes.push(styles.selected);
  if (node.stale) classes.push(styles.stale);
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      style={{ '--kind': look.color, '--kind-soft': look.soft } as CSSProperties}
    >
      <Badge badge={header.badge} />
      <ProblemBadge node={node.id} />
      <div className={styles.content}>
        <header className={styles.header}>
          {!rows.some((row) => row.takesLines) && node.kind !== 'LoadBalancer' && (
            <NodeHandle side="left" row="header" />
          )}
          <span className={styles.icon}>
            <KindIcon kind={node.kind} />
          </span>
          <span className={styles.kind}>{header.kind}</span>
          <span className={styles.namespace} title={`namespace ${node.namespace}`}>
            {node.namespace}
          </span>
          <span className={styles.title}>
            <strong className={styles.name} title={node.name}>
              {node.name}
            </strong>
            {header.chips.map(({ text, tone, meaning }) => (
              <Chip key={text} title={meaning} tone={tone} rigid>
                {text}
              </Chip>
            ))}
          </span>
        </header>
        {rows.map((row) => (
          <NodeRowView key={row.id} row={row} node={node} />
        ))}
      </div>
    </div>
  );
});

/** On the upper border, where it takes no room from the rows. */
function Badge({ badge }: { readonly badge: NodeHeader['badge'] }): ReactElement | null {
  if (badge === null) return null;
  const tone = badge.tone === 'error' ? styles.error : '';
  return <span className={`${styles.badge} ${tone}`}>{badge.text}</span>;
}
