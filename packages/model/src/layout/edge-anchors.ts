import type {
  BindsEdge,
  ExposesEdge,
  RoutesEdge,
  TopologyEdge,
  TopologyNode,
} from '../graph/topology.ts';
import { nodeRows } from './rows/node-rows.ts';

/** The id of the handles in a node's header. */
export const HEADER_ROW = 'header';

/** One line that is drawn for an edge, from row to row. */
export interface EdgeLine {
  /** The row of the source where it starts, or HEADER_ROW. */
  readonly sourceRow: string;
  /** The row of the target where it ends, or HEADER_ROW. */
  readonly targetRow: string;
  readonly broken: boolean;
}

/**
 * The lines that an edge is drawn as; at least one. Their rows are shown: lines of rows that a
 * "+ 12 more" row stands for join there, and those that would be drawn twice are drawn once.
 */
export function edgeAnchors(
  edge: TopologyEdge,
  source: TopologyNode,
  target: TopologyNode,
): readonly EdgeLine[] {
  const pairs = pairsOf(edge);
  const broken = edge.broken !== null;
  const lines = new Map<string, EdgeLine>();
  for (const [from, to] of pairs.length > 0 ? pairs : [[HEADER_ROW, HEADER_ROW] as const]) {
    const sourceRow = shownRow(source, from);
    const targetRow = shownRow(target, to);
    lines.set(`${sourceRow} ${targetRow}`, { sourceRow, targetRow, broken });
  }
  return [...lines.values()];
}

type RowPair = readonly [source: string, target: string];

function pairsOf(edge: TopologyEdge): readonly RowPair[] {
  switch (edge.kind) {
    case 'exposes':
      return exposesPairs(edge);
    case 'binds':
      return bindsPairs(edge);
    case 'routes':
      return [
        [routesSource(edge), edge.portIndex === null ? HEADER_ROW : `port-${edge.portIndex}`],
      ];
    case 'delegates':
      return [[`http-${edge.route}`, HEADER_ROW]];
  }
}

function exposesPairs(edge: ExposesEdge): readonly RowPair[] {
  return edge.servers.flatMap(({ server, portIndex }) =>
    portIndex === null ? [] : [[`port-${portIndex}`, `server-${server}`] as const],
  );
}

function bindsPairs(edge: BindsEdge): readonly RowPair[] {
  return edge.servers.length === 0
    ? [[HEADER_ROW, 'hosts']]
    : edge.servers.map(({ server }) => [`server-${server}`, 'hosts'] as const);
}

function routesSource(edge: RoutesEdge): string {
  const route = `${edge.protocol}-${edge.route}`;
  if (!edge.mirror) return `${route}-${edge.destination}`;
  return edge.destination < 0 ? `${route}-mirror` : `${route}-mirror-${edge.destination}`;
}

const shownRows = new WeakMap<TopologyNode, ReadonlySet<string>>();

function shownRow(node: TopologyNode, row: string): string {
  let shown = shownRows.get(node);
  if (shown === undefined) {
    shown = new Set(nodeRows(node).map(({ id }) => id));
    shownRows.set(node, shown);
  }
  if (row === HEADER_ROW || shown.has(row)) return row;
  // From `http-20-mirror-3` to `http-20-mirror-more`, `http-20-more`, `http-20`, `http-more`.
  let id = row;
  while (id.includes('-')) {
    id = id.slice(0, id.lastIndexOf('-'));
    if (shown.has(`${id}-more`)) return `${id}-more`;
    if (shown.has(id)) return id;
  }
  return HEADER_ROW;
}
