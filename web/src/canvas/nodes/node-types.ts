import type { NodeTypes } from '@xyflow/react';
import { GhostNode } from './GhostNode.tsx';
import { TableNode } from './TableNode.tsx';

/** How React Flow renders nodes. One object for good, for with another one it renders all anew. */
export const NODE_TYPES: NodeTypes = { table: TableNode, ghost: GhostNode };
