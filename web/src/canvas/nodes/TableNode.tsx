import type { NodeProps } from '@xyflow/react';
import type { ReactElement } from 'react';
import { NodeTable } from './NodeTable.tsx';
import type { FlowNode } from './to-flow.ts';

/** A node as React Flow renders it when its text can be read. */
export function TableNode({ data, selected }: NodeProps<FlowNode>): ReactElement {
  return <NodeTable node={data.node} isFolded={data.isFolded} selected={selected} />;
}
