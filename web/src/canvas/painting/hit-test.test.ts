import {
  containsPoint,
  curveBetween,
  curveBounds,
  distanceToCurve,
  middleOfCurve,
  pointOnCurve,
} from '@portolan/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridScene } from './grid-scene-fixture.ts';
import { edgeAt, nodeAt, rowAt, thingsTouching } from './hit-test.ts';

const scene = gridScene(40);
const coordinate = fc.integer({ min: -3000, max: 3000 });

test('a point in a node hits it, a point beside all of them hits none', () => {
  for (const node of scene.nodes) {
    expect(nodeAt(scene, node.x + 1, node.y + 1)).toBe(node);
    expect(nodeAt(scene, node.x + node.width, node.y + node.height)).toBe(node);
  }
  expect(nodeAt(scene, -10, -10)).toBeUndefined();
});

test('of nodes that overlap, the one drawn last is hit', () => {
  const [first, second] = scene.nodes;
  if (first === undefined || second === undefined) throw new Error('no nodes');
  const overlapping = { ...scene, nodes: [first, { ...second, x: first.x, y: first.y }] };
  expect(nodeAt(overlapping, first.x + 5, first.y + 5)?.id).toBe(second.id);
});

test('a point on an edge hits it, a point further away than asked does not', () => {
  for (const edge of scene.edges) {
    const [line] = edge.lines;
    if (line === undefined) throw new Error('an edge without lines');
    const { x, y } = middleOfCurve(line.curve);
    expect(edgeAt(scene, x, y + 3, 5)).toBe(edge);
    expect(edgeAt(scene, x, y + 9, 5)).toBeUndefined();
  }
});

test('a box takes the nodes that it touches', () => {
  const all = thingsTouching(scene.nodes, { x: -1, y: -1, width: 9000, height: 9000 });
  expect(all).toHaveLength(scene.nodes.length);
  const [first] = scene.nodes;
  if (first === undefined) throw new Error('no nodes');
  const corner = { x: first.x - 5, y: first.y - 5, width: 6, height: 6 };
  expect(thingsTouching(scene.nodes, corner)).toEqual([first]);
});

test('a point in a node is on one of its rows, or on the header', () => {
  const node = scene.nodeById.get('Service/default/svc-3');
  if (node === undefined) throw new Error('no such node');
  expect(rowAt(node, node.y + 10)).toBeNull();
  expect(rowAt(node, node.y + node.geometry.headerHeight + 1)).toBe('port-0');
  expect(rowAt(node, node.y + node.height + 1)).toBeNull();
});

test('a curve begins and ends where it says, within its bounds, and all of it is near to it', () => {
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (x, y, toX, toY) => {
      const curve = curveBetween(x, y, toX, toY);
      expect(pointOnCurve(curve, 0)).toEqual({ x, y });
      expect(pointOnCurve(curve, 1)).toEqual({ x: toX, y: toY });
      const bounds = curveBounds(curve);
      for (let t = 0; t <= 1; t += 0.125) {
        const point = pointOnCurve(curve, t);
        expect(containsPoint(bounds, point.x, point.y)).toBe(true);
        expect(distanceToCurve(curve, point.x, point.y)).toBeLessThan(1);
      }
    }),
    { numRuns: 300 },
  );
});
