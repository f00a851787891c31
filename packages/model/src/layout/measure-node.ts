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

/** How large a node is that shows its header alone. Its lines join there, for it has no rows. */
export function measureFolded(node: TopologyNode): NodeGeometry {
  return FOLDED[node.kind];
}

const FOLDED: Readonly<Record<TopologyNode['kind'], NodeGeometry>> = {
  LoadBalancer: foldedGeometry('LoadBalancer'),
  Gateway: foldedGeometry('Gateway'),
  VirtualService: foldedGeometry('VirtualService'),
  Service: foldedGeometry('Service'),
  ServiceEntry: foldedGeometry('ServiceEntry'),
};

function foldedGeometry(kind: TopologyNode['kind']): NodeGeometry {
  const { headerHeight } = ROW_METRICS;
  return { width: nodeWidth(kind), height: headerHeight, headerHeight, rows: [] };
}

/** Where a row's handles are, from the node's top; those of the header where there is no such row. */
export function handleY(geometry: NodeGeometry, rowId: string): number {
  const row = geometry.rows.find(({ id }) => id === rowId);
  return row === undefined ? geometry.headerHeight / 2 : row.y + row.height / 2;
}
