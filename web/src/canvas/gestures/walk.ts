import { columnOf, type NodeId, type Scene, type SceneEdge, type SceneNode } from '@portolan/model';
import type { CanvasTarget } from '../../view-state/view-state.ts';

/** Where an arrow key leads. */
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

/** Whether a node or an edge is in the scene. */
export function isInScene(scene: Scene, { kind, id }: CanvasTarget): boolean {
  switch (kind) {
    case 'node':
      return scene.nodeById.has(id);
    case 'edge':
      return scene.edges.some((edge) => edge.id === id);
    case 'note':
      return scene.notes.some((note) => note.id === id);
  }
}

/**
 * What of the scene that is there `now` stood next to something before it went: of a node the one
 * that has its place under another name, else the one below or above it in its column, else the next
 * in reading order; of an edge the next one of its source, else the source; of a note another. Itself where it is still
 * there, null where nothing of the scene is.
 */
export function neighbourOf(before: Scene, target: CanvasTarget, now: Scene): CanvasTarget | null {
  if (isInScene(now, target)) return target;
  if (target.kind === 'note') {
    const [note] = now.notes;
    return note === undefined ? null : { kind: 'note', id: note.id };
  }
  const edge = target.kind === 'edge' ? before.edges.find(({ id }) => id === target.id) : undefined;
  if (edge !== undefined) {
    const siblings = edgesOfNode(before, edge.source.id).map(({ id }) => id);
    const next = nearestTo(siblings, siblings.indexOf(edge.id), (id) =>
      isInScene(now, { kind: 'edge', id }),
    );
    if (next !== undefined) return { kind: 'edge', id: next };
  }
  const order = readingOrder(before);
  const index = order.findIndex(({ id }) => id === (edge?.source.id ?? target.id));
  const from = order[index];
  if (from === undefined) return null;
  const isThere = ({ id }: SceneNode) => now.nodeById.has(id);
  const next =
    now.nodes.find((node) => !before.nodeById.has(node.id) && isSamePlace(node, from)) ??
    nearestTo(
      order,
      index,
      (node) => isThere(node) && columnOf(node.node) === columnOf(from.node),
    ) ??
    nearestTo(order, index, isThere);
  return next === undefined ? null : { kind: 'node', id: next.id };
}

function isSamePlace(a: SceneNode, b: SceneNode): boolean {
  return a.node.kind === b.node.kind && a.x === b.x && a.y === b.y;
}

/** The item from `index` on that fits, else the last before it that does. */
function nearestTo<Item>(
  items: readonly Item[],
  index: number,
  fits: (item: Item) => boolean,
): Item | undefined {
  return items.slice(index).find(fits) ?? items.slice(0, index).findLast(fits);
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
