import { boundsOf, type Point, type Rect } from '@portolan/model';

/** How several things are put in line with each other. */
export type Alignment =
  | 'left'
  | 'centre'
  | 'right'
  | 'top'
  | 'middle'
  | 'bottom'
  | 'distribute-horizontally'
  | 'distribute-vertically';

/** Where these come to stand: on one line, or with the same space between them from the first to the last. */
export function alignRects(
  rects: ReadonlyMap<string, Rect>,
  alignment: Alignment,
): ReadonlyMap<string, Point> {
  const bounds = boundsOf(rects.values());
  if (bounds === null) return new Map();
  if (alignment === 'distribute-horizontally') return distribute(rects, 'x', 'width');
  if (alignment === 'distribute-vertically') return distribute(rects, 'y', 'height');
  return new Map([...rects].map(([id, rect]) => [id, alignedTo(bounds, rect, alignment)]));
}

function alignedTo(
  bounds: Rect,
  { x, y, width, height }: Rect,
  alignment: Exclude<Alignment, `distribute-${string}`>,
): Point {
  switch (alignment) {
    case 'left':
      return { x: bounds.x, y };
    case 'centre':
      return { x: Math.round(bounds.x + (bounds.width - width) / 2), y };
    case 'right':
      return { x: bounds.x + bounds.width - width, y };
    case 'top':
      return { x, y: bounds.y };
    case 'middle':
      return { x, y: Math.round(bounds.y + (bounds.height - height) / 2) };
    case 'bottom':
      return { x, y: bounds.y + bounds.height - height };
  }
}

/** The first and the last stay; where there is too little room, the rest overlaps evenly. */
function distribute(
  rects: ReadonlyMap<string, Rect>,
  axis: 'x' | 'y',
  length: 'width' | 'height',
): ReadonlyMap<string, Point> {
  const middle = (rect: Rect): number => rect[axis] + rect[length] / 2;
  const order = [...rects].sort(([, a], [, b]) => middle(a) - middle(b));
  const first = order[0]?.[1];
  const last = order.at(-1)?.[1];
  if (first === undefined || last === undefined || order.length < 3) return new Map();
  const taken = order.reduce((sum, [, rect]) => sum + rect[length], 0);
  const gap = (last[axis] + last[length] - first[axis] - taken) / (order.length - 1);
  let at = first[axis];
  return new Map(
    order.map(([id, rect]) => {
      const place = { x: rect.x, y: rect.y, [axis]: Math.round(at) };
      at += rect[length] + gap;
      return [id, place];
    }),
  );
}
