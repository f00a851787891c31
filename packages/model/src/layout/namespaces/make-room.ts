import type { Rect } from '../scene/rect.ts';

/** How far down a column reaches. */
interface Lane {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * How far down things have to go so that nothing lies on those that grew: what is below them makes
 * way, and what is below that, in the order in which they stand. Only what moves is in it.
 */
export function makeRoom<Id>(
  boxes: ReadonlyMap<Id, Rect>,
  grown: ReadonlySet<Id>,
  gap: number,
): ReadonlyMap<Id, number> {
  const moved = new Map<Id, number>();
  const pushing = new Map<string, Lane>();
  const all = new Map<string, Lane>();
  for (const [id, box] of inOrder(boxes, grown)) {
    // What grew may have come under something that begins higher.
    const top = topBelow(box, grown.has(id) ? all : pushing, gap);
    const placed = { ...box, y: top };
    if (top > box.y) moved.set(id, top - box.y);
    if (top > box.y || grown.has(id)) addToLane(pushing, placed);
    addToLane(all, placed);
  }
  return moved;
}

function topBelow(box: Rect, lanes: ReadonlyMap<string, Lane>, gap: number): number {
  let { y } = box;
  for (const { left, right, bottom } of lanes.values()) {
    if (left < box.x + box.width && box.x < right) y = Math.max(y, bottom + gap);
  }
  return y;
}

function addToLane(lanes: Map<string, Lane>, { x, y, width, height }: Rect): void {
  const key = `${x} ${width}`;
  const bottom = Math.max(y + height, lanes.get(key)?.bottom ?? y);
  lanes.set(key, { left: x, right: x + width, bottom });
}

/** From top to bottom; of those side by side, what grew first. */
function inOrder<Id>(
  boxes: ReadonlyMap<Id, Rect>,
  grown: ReadonlySet<Id>,
): readonly (readonly [Id, Rect])[] {
  const rank = (id: Id): number => (grown.has(id) ? 0 : 1);
  return [...boxes].sort(([a, one], [b, other]) => one.y - other.y || rank(a) - rank(b));
}
