import type { NodeId } from '@portolan/model';
import { columnOf, type Scene, type SceneEdge, type SceneNode } from './scene.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nodes as one reads them: column by column from the left, each from top to bottom. */
export function readingOrder(scene: Scene): readonly SceneNode[] {
  return [...scene.nodes].sort(
    (a, b) => columnOf(a.node) - columnOf(b.node) || a.y - b.y || a.x - b.x,
  );
}

/** The node after (1) or before (-1) this one in reading order; without one, the first or last. */
export function nextInOrder(scene: Scene, id: NodeId | null, step: 1 | -1): SceneNode | undefined {
  const order = readingOrder(scene);
  const index = id === null ? -1 : order.findIndex((node) => node.id === id);
  if (index < 0) return step === 1 ? order[0] : order.at(-1);
  return step === -1 && index === 0 ? undefined : order[index + step];
}

/** The node in this direction: along an edge to the left or right, in its column up or down. */
export function walk(scene: Scene, id: NodeId, direction: Direction): SceneNode | undefined {
  const from = scene.nodeById.get(id);
  if (from === undefined) return undefined;
  if (direction === 'up' || direction === 'down') {
    const column = readingOrder(scene).filter(({ node }) => columnOf(node) === columnOf(from.node));
    return column[column.indexOf(from) + (direction === 'down' ? 1 : -1)];
  }
  const neighbours = scene.edges
    .filter((edge) => (direction === 'right' ? edge.source : edge.target) === from)
    .map((edge) => (direction === 'right' ? edge.target : edge.source));
  return highest(neighbours);
}

/** The edges of a node from top to bottom, the arriving ones first. */
export function edgesOfNode(scene: Scene, id: NodeId): readonly SceneEdge[] {
  const arriving = scene.edges.filter((edge) => edge.target.id === id);
  const leaving = scene.edges.filter((edge) => edge.source.id === id && edge.target.id !== id);
  return [
    ...arriving.sort((a, b) => startOf(a) - startOf(b)),
    ...leaving.sort((a, b) => startOf(a) - startOf(b)),
  ];
}

/** Everything that leads here, or that can be reached from here; this node included. */
export function pathOf(scene: Scene, id: NodeId, direction: 'left' | 'right'): ReadonlySet<NodeId> {
  const neighbours = new Map<NodeId, NodeId[]>();
  for (const { source, target } of scene.edges) {
    const [from, to] = direction === 'right' ? [source.id, target.id] : [target.id, source.id];
    const known = neighbours.get(from);
    if (known === undefined) neighbours.set(from, [to]);
    else known.push(to);
  }
  const reached = new Set([id]);
  for (const node of reached) for (const next of neighbours.get(node) ?? []) reached.add(next);
  return reached;
}

function startOf(edge: SceneEdge): number {
  return edge.lines[0]?.curve.startY ?? edge.source.y;
}

function highest(nodes: readonly SceneNode[]): SceneNode | undefined {
  return nodes.reduce<SceneNode | undefined>(
    (best, node) => (best === undefined || node.y < best.y ? node : best),
    undefined,
  );
}
