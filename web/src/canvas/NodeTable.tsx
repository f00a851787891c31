import { nodeRows, type TopologyNode } from '@portolan/model';
import { type CSSProperties, memo, type ReactElement } from 'react';
import { KindIcon } from '../ui/KindIcon.tsx';
import { KIND_LOOKS } from '../ui/kind-look.ts';
import { Chip } from './Chip.tsx';
import { kindLabel, STALE_TEXT } from './describe-node.ts';
import { NodeHandle } from './NodeHandle.tsx';
import { NodeRowView } from './NodeRowView.tsx';
import styles from './NodeTable.module.css';

interface NodeTableProps {
  readonly node: TopologyNode;
  readonly selected: boolean;
}

/** A node as a small table, exactly as large as `measureNode` says. */
export const NodeTable = memo(function NodeTable({ node, selected }: NodeTableProps): ReactElement {
  const look = KIND_LOOKS[node.kind];
  const rows = nodeRows(node);
  const classes = [styles.table, styles[node.status]];
  if (selected) classes.push(styles.selected);
  if (node.stale) classes.push(styles.stale);
  return (
    <div
      className={classes.filter(Boolean).join(' ')}
      style={{ '--kind': look.color, '--kind-soft': look.soft } as CSSProperties}
    >
      <Badge node={node} />
      <div className={styles.content}>
        <header className={styles.header}>
          {!rows.some((row) => row.takesLines) && node.kind !== 'LoadBalancer' && (
            <NodeHandle side="left" row="header" />
          )}
          <span className={styles.icon}>
            <KindIcon kind={node.kind} />
          </span>
          <span className={styles.kind}>
            {node.status === 'missing' ? kindLabel(node) : node.kind}
          </span>
          <span className={styles.namespace} title={`namespace ${node.namespace}`}>
            {node.namespace}
          </span>
          <span className={styles.title}>
            <strong className={styles.name} title={node.name}>
              {node.name}
            </strong>
            <HeaderChips node={node} />
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
function Badge({ node }: { readonly node: TopologyNode }): ReactElement | null {
  if (node.stale) return <span className={`${styles.badge} ${styles.error}`}>{STALE_TEXT}</span>;
  return node.status === 'implied' ? <span className={styles.badge}>implied</span> : null;
}

function HeaderChips({ node }: { readonly node: TopologyNode }): ReactElement | null {
  const type = typeChip(node);
  if (type === null && node.duplicates === 0) return null;
  return (
    <>
      {type !== null && (
        <Chip title={`A Service of type ${type}`} rigid>
          {type}
        </Chip>
      )}
      {node.duplicates > 0 && (
        <Chip
          title="How many manifests of this YAML have this kind, namespace and name"
          tone="warning"
          rigid
        >
          {node.duplicates + 1}×
        </Chip>
      )}
    </>
  );
}

/** The Service's real type, where the node's kind does not already say it. */
function typeChip(node: TopologyNode): string | null {
  if (node.status === 'missing') return null;
  if (node.kind === 'LoadBalancer') {
    return node.serviceType === 'LoadBalancer' ? null : node.serviceType;
  }
  return node.kind === 'Service' && node.serviceType !== 'ClusterIP' ? node.serviceType : null;
}
