import { boundsOf, containsPoint } from '@portolan/model';
import { describe, expect, test } from 'vitest';
import { gridScene } from '../painting/grid-scene-fixture.ts';
import {
  bringIntoView,
  centreOn,
  fillWith,
  firstLook,
  fitAll,
  fitViewport,
  isInView,
  needsMap,
  zoomTo,
} from './fit-viewport.ts';
import {
  chooseDetail,
  edgesIn,
  growMounted,
  isNothingInView,
  nodesIn,
  visibleRect,
  windowOf,
} from './window.ts';

const SIZE = { width: 1000, height: 600 };
const HOME = { x: 0, y: 0, zoom: 1 };
/** More than is in view, so that there is a map. */
const ALL = { x: 0, y: 0, width: 3000, height: 2000 };

describe('the window', () => {
  test('knows when all of the map is out of view', () => {
    const scene = gridScene(6);
    const { x } = boundsOf(scene.nodes) ?? { x: 0 };
    // From the left of it, so far that its first pixel is seen, and two pixels farther.
    expect(isNothingInView(scene, { ...HOME, x: SIZE.width - x - 1 }, SIZE)).toBe(false);
    expect(isNothingInView(scene, { ...HOME, x: SIZE.width - x + 1 }, SIZE)).toBe(true);
    expect(isNothingInView(scene, { ...HOME, y: -100_000 }, SIZE)).toBe(true);
    expect(isNothingInView(scene, { ...HOME, y: -100_000 }, { width: 0, height: 0 })).toBe(false);
    expect(isNothingInView(gridScene(0), { ...HOME, y: -100_000 }, SIZE)).toBe(false);
  });

  test('holds all that is in view', () => {
    for (const zoom of [0.05, 0.3, 1, 2]) {
      const viewport = { x: -370, y: 91, zoom };
      const view = visibleRect(viewport, SIZE);
      const area = windowOf(viewport, SIZE);
      expect(containsPoint(area, view.x, view.y)).toBe(true);
      expect(containsPoint(area, view.x + view.width, view.y + view.height)).toBe(true);
    }
  });

  test('[P7] stays the same while a pan stays within a cell, at any zoom', () => {
    for (const zoom of [0.03, 0.5, 1]) {
      const windows = Array.from({ length: 200 }, (_, x) =>
        JSON.stringify(windowOf({ x: -x, y: 0, zoom }, SIZE)),
      );
      expect(new Set(windows).size).toBeLessThanOrEqual(5);
    }
  });

  test('takes the nodes and edges that touch it, and no others', () => {
    const scene = gridScene(100);
    const area = { x: 0, y: 0, width: 500, height: 500 };
    const nodes = nodesIn(scene, area);
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of scene.nodes) {
      const isOut = node.x > 500 || node.y > 500;
      expect(nodes.includes(node)).toBe(!isOut);
    }
    expect(edgesIn(scene, area).length).toBeLessThan(scene.edges.length);
  });
});

test('[P7] many nodes or a far look are painted, and the border between the two is wide', () => {
  expect(chooseDetail('near', 100, 1)).toBe('near');
  expect(chooseDetail('near', 251, 1)).toBe('far');
  expect(chooseDetail('far', 251, 1)).toBe('far');
  expect(chooseDetail('far', 220, 1)).toBe('far');
  expect(chooseDetail('far', 200, 1)).toBe('near');
  expect(chooseDetail('near', 10, 0.39)).toBe('far');
  expect(chooseDetail('far', 10, 0.42)).toBe('far');
  expect(chooseDetail('near', 10, 0.42)).toBe('near');
});

describe('mounting', () => {
  const { nodes } = gridScene(30);

  test('[P7] adds few nodes at once until all that are wanted are there', () => {
    let mounted: ReadonlySet<string> = new Set();
    const sizes: number[] = [];
    for (let step = 0; step < 4; step++) {
      mounted = growMounted(mounted, nodes.slice(0, 20), 8);
      sizes.push(mounted.size);
    }
    expect(sizes).toEqual([8, 16, 20, 20]);
  });

  test('takes away at once what is not wanted, and is the same set when nothing changes', () => {
    const all = growMounted(new Set(), nodes, 100);
    const some = growMounted(all, nodes.slice(5, 10), 8);
    expect([...some]).toEqual(nodes.slice(5, 10).map(({ id }) => id));
    expect(growMounted(some, nodes.slice(5, 10), 8)).toBe(some);
  });
});

describe('the camera', () => {
  const area = { x: -400, y: 100, width: 3000, height: 900 };

  test('fits an area into view, and small ones at no more than 100 %', () => {
    expect(isInView(area, fitViewport(area, SIZE), SIZE)).toBe(true);
    expect(fitViewport({ x: 9, y: 9, width: 50, height: 50 }, SIZE).zoom).toBe(1);
  });

  test('fits thousands of nodes', () => {
    const bounds = boundsOf(gridScene(3000).nodes);
    if (bounds === null) throw new Error('no nodes');
    expect(isInView(bounds, fitViewport(bounds, SIZE), SIZE)).toBe(true);
  });

  test('fits ten thousand nodes of one column', () => {
    const column = { x: 0, y: 0, width: 1102, height: 10_000 * 125 };
    expect(isInView(column, fitViewport(column, SIZE), SIZE)).toBe(true);
  });

  test('brings all into view, where no map is needed any more, and fills the view with it', () => {
    const small = { x: 40, y: 40, width: 480, height: 100 };
    const areas = [small, { x: 500, y: 100, width: 20, height: 20 }];
    const bounds = { x: 40, y: 40, width: 480, height: 100 };
    for (const [look, zoom] of [
      [fitAll, 1],
      [fillWith, 2],
    ] as const) {
      const viewport = look(areas, SIZE);
      if (viewport === null) throw new Error('nothing to look at');
      expect(viewport.zoom).toBe(zoom);
      expect(isInView(bounds, viewport, SIZE)).toBe(true);
      expect(needsMap(bounds, viewport, SIZE)).toBe(false);
      expect(needsMap(bounds, { ...viewport, x: viewport.x - 400 }, SIZE)).toBe(true);
      expect(look([], SIZE)).toBeNull();
    }
  });

  test('looks first at all, or where words would be too small at the beginning', () => {
    const wide = { x: -400, y: 100, width: 1200, height: 500 };
    expect(firstLook([wide], SIZE)).toEqual(fitAll([wide], SIZE));
    const tall = { x: 50, y: -300, width: 1200, height: 40_000 };
    expect(firstLook([tall], SIZE)).toEqual({ x: 50 - 0.75 * 50, y: 20 + 0.75 * 300, zoom: 0.75 });
    const large = { ...tall, width: 9000 };
    expect(firstLook([large], SIZE)).toEqual({ x: 20 - 0.75 * 50, y: 20 + 0.75 * 300, zoom: 0.75 });
    expect(firstLook([], SIZE)).toBeNull();
  });

  test('keeps the middle where it is when it zooms', () => {
    const before = visibleRect(HOME, SIZE);
    const after = visibleRect(zoomTo(HOME, SIZE, 2), SIZE);
    expect(after.x + after.width / 2).toBeCloseTo(before.x + before.width / 2);
    expect(after.y + after.height / 2).toBeCloseTo(before.y + before.height / 2);
  });

  test('keeps a part of the scene where it is when it zooms around that', () => {
    const anchor = { x: 100, y: 50, width: 200, height: 100 };
    const { x, y, zoom } = zoomTo({ x: 30, y: 40, zoom: 0.25 }, SIZE, 1, anchor);
    expect([200 * zoom + x, 100 * zoom + y]).toEqual([200 * 0.25 + 30, 100 * 0.25 + 40]);
  });

  test('does not move for what is in view, and moves as little as it must otherwise', () => {
    const inView = { x: 100, y: 100, width: 200, height: 100 };
    expect(bringIntoView(inView, HOME, SIZE, ALL)).toBe(HOME);
    const right = { x: 1200, y: 100, width: 200, height: 100 };
    const moved = bringIntoView(right, HOME, SIZE, ALL);
    expect(moved).toEqual({ x: -420, y: 0, zoom: 1 });
    expect(isInView(right, moved, SIZE)).toBe(true);
  });

  test('brings a node out from under the map', () => {
    const covered = { x: 850, y: 480, width: 120, height: 100 };
    const { x, y, zoom } = bringIntoView(covered, HOME, SIZE, ALL);
    expect([x, zoom]).toEqual([0, 1]);
    expect(580 + y).toBeLessThan(600 - 12 - 112);
    expect(bringIntoView(covered, HOME, SIZE, covered)).toBe(HOME);
  });

  test('shows the start of what is larger than the view', () => {
    const tall = { x: 100, y: 700, width: 200, height: 2000 };
    const moved = bringIntoView(tall, HOME, SIZE, ALL);
    expect(isInView({ ...tall, height: 300 }, moved, SIZE)).toBe(true);
  });

  test('centres on an area', () => {
    const view = visibleRect(centreOn(area, SIZE, 0.5), SIZE);
    expect(view.x + view.width / 2).toBeCloseTo(1100);
    expect(view.y + view.height / 2).toBeCloseTo(550);
  });
});
