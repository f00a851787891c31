import { boundsOf, type Rect } from '@portolan/model';
import { expect, test } from 'vitest';
import { type Alignment, alignRects } from './align-rects.ts';

const RECTS = new Map<string, Rect>([
  ['a', { x: 0, y: 0, width: 100, height: 40 }],
  ['b', { x: 300, y: 90, width: 50, height: 20 }],
  ['c', { x: 120, y: 300, width: 80, height: 100 }],
]);

function places(alignment: Alignment) {
  const moved = alignRects(RECTS, alignment);
  return ['a', 'b', 'c'].map((id) => moved.get(id));
}

test('left, right, top and bottom are those of the outermost', () => {
  expect(places('left').map((place) => place?.x)).toEqual([0, 0, 0]);
  expect(places('right').map((place) => place?.x)).toEqual([250, 300, 270]);
  expect(places('top').map((place) => place?.y)).toEqual([0, 0, 0]);
  expect(places('bottom').map((place) => place?.y)).toEqual([360, 380, 300]);
});

test('centre and middle are those of the area that all of them take', () => {
  expect(places('centre').map((place) => place?.x)).toEqual([125, 150, 135]);
  expect(places('middle').map((place) => place?.y)).toEqual([180, 190, 150]);
});

test('nothing moves along the other axis', () => {
  const rects = [...RECTS.values()];
  expect(places('left').map((place) => place?.y)).toEqual(rects.map(({ y }) => y));
  expect(places('distribute-vertically').map((place) => place?.x)).toEqual(rects.map(({ x }) => x));
});

test('distributed, there is the same space between all of them, and the outermost stay', () => {
  // 350 wide, 230 of it taken: 60 between a, c and b, in the order in which they stand.
  expect(places('distribute-horizontally').map((place) => place?.x)).toEqual([0, 300, 160]);
  // 400 high, 160 taken: 120 between a, b and c.
  expect(places('distribute-vertically').map((place) => place?.y)).toEqual([0, 160, 300]);
});

test('two things have nothing to be distributed between', () => {
  const two = new Map([...RECTS].slice(0, 2));
  expect(alignRects(two, 'distribute-vertically').size).toBe(0);
  expect(alignRects(new Map(), 'left').size).toBe(0);
});

test('aligned, all stay in the area that they took before', () => {
  const before = boundsOf(RECTS.values());
  for (const alignment of ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const) {
    const moved = alignRects(RECTS, alignment);
    for (const [id, place] of moved) {
      const rect = RECTS.get(id);
      const isInside =
        before !== null &&
        rect !== undefined &&
        place.x >= before.x &&
        place.y >= before.y &&
        place.x + rect.width <= before.x + before.width &&
        place.y + rect.height <= before.y + before.height;
      expect(isInside, `${alignment} ${id}`).toBe(true);
    }
  }
});
