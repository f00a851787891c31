import type { NodeProps, NodeTypes } from '@xyflow/react';
import type { ReactElement } from 'react';
import styles from './Canvas.module.css';
import { NodeTable } from './NodeTable.tsx';
import type { FlowNode } from './to-flow.ts';

/** How React Flow renders nodes. One object for good, for with another one it renders all anew. */
export const NODE_TYPES: NodeTypes = { table: TableNode, ghost: GhostNode };

function TableNode({ data, selected }: NodeProps<FlowNode>): ReactElement {
  return <NodeTable node={data.node} selected={selected} />;
}

/** The name is painted; here it is for screen readers, and for what searches the page for words. */
function GhostNode({ data }: NodeProps<FlowNode>): ReactElement {
  return (
    <div className={styles.ghost}>
      <strong>{data.node.name}</strong>
    </div>
  );
}
