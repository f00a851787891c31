import type { Topology } from '../../graph/topology.ts';
import { nodeWidth } from '../rows/row-metrics.ts';
import { COLUMNS, delegatesOf } from './layout-graph.ts';

/** Between columns: room for the lines and their labels. */
export const COLUMN_GAP = 96;

/** The left side of each of COLUMNS; that of the delegates takes room only where there are any. */
export function columnPositions(topology: Topology): readonly number[] {
  const hasDelegates = delegatesOf(topology).size > 0;
  let x = 0;
  return COLUMNS.map((column) => {
    const left = x;
    const width = nodeWidth(column === 'delegate' ? 'VirtualService' : column);
    if (column !== 'delegate' || hasDelegates) x += width + COLUMN_GAP;
    return left;
  });
}
