import type { Topology, TopologyNode } from '../../graph/topology.ts';
import type { Slices } from '../../text/slices.ts';
import { edgeAnchors } from '../edge-anchors.ts';
import { handleY, measureNode } from '../measure-node.ts';
import type { Measure } from '../node-geometry.ts';
import { nodeWidth } from '../rows/row-metrics.ts';

/**
 * A topology as numbers. Nodes are indexes in order of their ids and lines are in order of theirs,
 * so that the order of the input leaves no trace. Every line goes from a column to one further right.
 */
export interface LayoutGraph {
  readonly nodes: readonly TopologyNode[];
  /** How many nodes there are, lanes included: they come after those of the topology. */
  readonly size: number;
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

/** A line between two nodes, both by index in the list of nodes. Heights are in px. */
export interface LayoutLine {
  readonly source: number;
  readonly target: number;
  /** Where it starts and ends, from the tops of its nodes. */
  readonly sourceY: number;
  readonly targetY: number;
}

/** What a layout graph is read with. */
export interface LayoutGraphOptions {
  /** Those of the whole, where the topology is a part of one. */
  readonly delegates?: ReadonlySet<string>;
  /** Keeps lanes free for lines over the delegates' column. */
  readonly withLanes?: boolean;
  readonly measure?: Measure;
}

/** Columns from left to right; `delegate` is there only where a VirtualService delegates. */
export const COLUMNS = [
  'LoadBalancer',
  'Gateway',
  'VirtualService',
  'delegate',
  'Service',
] as const;

/**
 * Reads a topology, or a part of one with the delegates of the whole, for the layout. Lines over the
 * delegates' column go straight, or, `withLanes`, through a small node there that keeps a lane free.
 */
export function* buildLayoutGraph(
  topology: Topology,
  {
    delegates = delegatesOf(topology),
    withLanes = false,
    measure = measureNode,
  }: LayoutGraphOptions = {},
): Slices<LayoutGraph> {
  const nodes = [...topology.nodes].sort((a, b) => compare(a.id, b.id));
  const indexes = new Map(nodes.map((node, index) => [node.id, index]));
  const columns = nodes.map((node) => columnOf(node, delegates));
  const heights: number[] = [];
  for (const node of nodes) {
    heights.push(measure(node).height);
    yield null;
  }
  const direct = yield* linesOf(topology, { nodes, indexes, columns, measure });
  const lines = withLanes && delegates.size > 0 ? throughLanes(direct, columns, heights) : direct;
  const right: LayoutLine[][] = columns.map(() => []);
  const left: LayoutLine[][] = columns.map(() => []);
  for (const line of lines) {
    right[line.source]?.push(line);
    left[line.target]?.push(line);
  }
  yield null;
  for (const list of right) list.sort((a, b) => a.sourceY - b.sourceY);
  for (const list of left) list.sort((a, b) => a.targetY - b.targetY);
  return {
    nodes,
    size: columns.length,
    columnCount: COLUMNS.length,
    columns: Int32Array.from(columns),
    heights: Float64Array.from(heights),
    lines,
    right,
    left,
  };
}

const LANE_HEIGHT = 8;

/** Splits the lines over the delegates' column in two, and adds the lane between to the lists. */
function throughLanes(
  lines: readonly LayoutLine[],
  columns: number[],
  heights: number[],
): readonly LayoutLine[] {
  const delegate = COLUMNS.indexOf('delegate');
  return lines.flatMap((line) => {
    const isOver = (columns[line.source] ?? 0) < delegate && (columns[line.target] ?? 0) > delegate;
    if (!isOver) return [line];
    const lane = columns.push(delegate) - 1;
    heights.push(LANE_HEIGHT);
    const y = LANE_HEIGHT / 2;
    return [
      { ...line, target: lane, targetY: y },
      { ...line, source: lane, sourceY: y },
    ];
  });
}

/** Which of COLUMNS a node belongs to. */
export function columnOf(node: TopologyNode, delegates: ReadonlySet<string>): number {
  if (node.kind === 'ServiceEntry') return COLUMNS.indexOf('Service');
  const isDelegate = node.kind === 'VirtualService' && delegates.has(node.id);
  return COLUMNS.indexOf(isDelegate ? 'delegate' : node.kind);
}

/** How wide the nodes of one of COLUMNS are. */
export function columnWidth(column: number): number {
  const name = COLUMNS[column] ?? 'Service';
  return nodeWidth(name === 'delegate' ? 'VirtualService' : name);
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

interface ReadNodes {
  readonly nodes: readonly TopologyNode[];
  readonly indexes: ReadonlyMap<string, number>;
  readonly columns: readonly number[];
  readonly measure: Measure;
}

function* linesOf(
  topology: Topology,
  { nodes, indexes, columns, measure }: ReadNodes,
): Slices<readonly LayoutLine[]> {
  const joined = topology.edges.flatMap((edge) => {
    const source = indexes.get(edge.source) ?? -1;
    const target = indexes.get(edge.target) ?? -1;
    // Between two delegates there is nothing to order by.
    return (columns[source] ?? COLUMNS.length) < (columns[target] ?? 0)
      ? [{ edge, source, target }]
      : [];
  });
  joined.sort(
    (a, b) => a.source - b.source || a.target - b.target || compare(a.edge.id, b.edge.id),
  );
  const lines: LayoutLine[] = [];
  yield null;
  for (const { edge, source, target } of joined) {
    const from = nodes[source];
    const to = nodes[target];
    if (from === undefined || to === undefined) continue;
    for (const { sourceRow, targetRow } of edgeAnchors(edge, from, to)) {
      const sourceY = handleY(measure(from), sourceRow);
      const targetY = handleY(measure(to), targetRow);
      lines.push({ source, target, sourceY, targetY });
    }
    yield null;
  }
  return lines;
}
