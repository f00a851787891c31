import type { Topology, TopologyNode } from '../../graph/topology.ts';
import { edgeAnchors } from '../edge-anchors.ts';
import { handleY, measureNode } from '../measure-node.ts';

/**
 * A topology as numbers. Nodes are indexes in order of their ids and lines are in order of theirs,
 * so that the order of the input leaves no trace. Every line goes from a column to one further right.
 */
export interface LayoutGraph {
  readonly nodes: readonly TopologyNode[];
  readonly columnCount: number;
  /** The column of each node. */
  readonly columns: Int32Array;
  readonly heights: Float64Array;
  readonly lines: readonly LayoutLine[];
  /** Of each node, its lines to the right, from top to bottom. */
  readonly right: readonly (readonly LayoutLine[])[];
  /** Of each node, its lines to the left, from top to bottom. */
  readonly left: readonly (readonly LayoutLine[])[];
}

export interface LayoutLine {
  readonly source: number;
  readonly target: number;
  /** Where it starts and ends, from the tops of its nodes. */
  readonly sourceY: number;
  readonly targetY: number;
}

/** Columns from left to right; `delegate` is there only where a VirtualService delegates. */
export const COLUMNS = [
  'LoadBalancer',
  'Gateway',
  'VirtualService',
  'delegate',
  'Service',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Reads a topology for the layout. */
export function buildLayoutGraph(topology: Topology): LayoutGraph {
  const nodes = [...topology.nodes].sort((a, b) => compare(a.id, b.id));
  const indexes = new Map(nodes.map((node, index) => [node.id, index]));
  const columns = columnsOf(topology, nodes);
  const lines = linesOf(topology, nodes, indexes, columns);
  const right: LayoutLine[][] = nodes.map(() => []);
  const left: LayoutLine[][] = nodes.map(() => []);
  for (const line of lines) {
    right[line.source]?.push(line);
    left[line.target]?.push(line);
  }
  for (const list of right) list.sort((a, b) => a.sourceY - b.sourceY);
  for (const list of left) list.sort((a, b) => a.targetY - b.targetY);
  return {
    nodes,
    columnCount: COLUMNS.length,
    columns,
    heights: Float64Array.from(nodes, (node) => measureNode(node).height),
    lines,
    right,
    left,
  };
}

/** Which column a node belongs to. */
export function columnOf(node: TopologyNode, delegates: ReadonlySet<string>): Column {
  if (node.kind === 'ServiceEntry') return 'Service';
  return node.kind === 'VirtualService' && delegates.has(node.id) ? 'delegate' : node.kind;
}

/** The VirtualServices that another one delegates to. */
export function delegatesOf(topology: Topology): ReadonlySet<string> {
  const delegates = new Set<string>();
  for (const edge of topology.edges) {
    if (edge.kind === 'delegates' && edge.source !== edge.target) delegates.add(edge.target);
  }
  return delegates;
}

/** Orders ids the same way in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function columnsOf(topology: Topology, nodes: readonly TopologyNode[]): Int32Array {
  const delegates = delegatesOf(topology);
  return Int32Array.from(nodes, (node) => COLUMNS.indexOf(columnOf(node, delegates)));
}

function linesOf(
  topology: Topology,
  nodes: readonly TopologyNode[],
  indexes: ReadonlyMap<string, number>,
  columns: Int32Array,
): readonly LayoutLine[] {
  const lines: LayoutLine[] = [];
  for (const edge of [...topology.edges].sort((a, b) => compare(a.id, b.id))) {
    const source = indexes.get(edge.source);
    const target = indexes.get(edge.target);
    if (source === undefined || target === undefined) continue;
    const from = nodes[source];
    const to = nodes[target];
    // Between two delegates there is nothing to order by.
    if (from === undefined || to === undefined) continue;
    if ((columns[source] ?? 0) >= (columns[target] ?? 0)) continue;
    for (const { sourceRow, targetRow } of edgeAnchors(edge, from, to)) {
      const sourceY = handleY(measureNode(from), sourceRow);
      const targetY = handleY(measureNode(to), targetRow);
      lines.push({ source, target, sourceY, targetY });
    }
  }
  return lines;
}
