import type { NodeProps } from '@xyflow/react';
import type { ReactElement } from 'react';
import styles from '../Canvas.module.css';
import type { FlowNode } from './to-flow.ts';

/** A node that is painted: its name is here for screen readers, and for what searches the page for words. */
export function GhostNode({ data }: NodeProps<FlowNode>): ReactElement {
  return (
    <div className={styles.ghost}>
      <strong>{data.node.name}</strong>
    </div>
  );
}
