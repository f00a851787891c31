import type { TopologyNode } from '../graph/topology.ts';
import type { NodeGeometry, RowGeometry } from './node-geometry.ts';
import { nodeRows } from './rows/node-rows.ts';
import { nodeWidth, ROW_METRICS } from './rows/row-metrics.ts';

const geometries = new WeakMap<TopologyNode, NodeGeometry>();

/**
 * How large a node is, and where its rows are; `rows` go with `nodeRows`, one by one. Follows from
 * the node alone, on every machine alike.
 */
export function measureNode(node: TopologyNode): NodeGeometry {
  const known = geometries.get(node);
  if (known !== undefined) return known;
  const rows: RowGeometry[] = [];
  let y: number = ROW_METRICS.headerHeight;
  for (const row of nodeRows(node)) {
    rows.push({ id: row.id, y, height: row.height });
    y += row.height;
  }
  const geometry: NodeGeometry = {
    width: nodeWidth(node.kind),
    height: y,
    headerHeight: ROW_METRICS.headerHeight,
    rows,
  };
  geometries.set(node, geometry);
  return geometry;
}

/** Where a row's handles are, from the node's top; those of the header where there is no such row. */
export function handleY(geometry: NodeGeometry, rowId: string): number {
  const row = geometry.rows.find(({ id }) => id === rowId);
  return row === undefined ? geometry.headerHeight / 2 : row.y + row.height / 2;
}
