import {
  buildSnapshot,
  finish,
  type NodeId,
  namespaceFrames,
  type Point,
  type Rect,
} from '@portolan/model';
import { expect, test } from 'vitest';
import { foldingOf, layOutArranged } from './arranged-layout.ts';
import { type Arrangement, PLAIN_ARRANGEMENT } from './arrangement.ts';
import { planFold } from './plan-fold.ts';

const NAMESPACES = ['a', 'b', 'c', 'd', 'e'];
const TEXT = NAMESPACES.flatMap((namespace) =>
  ['one', 'two', 'three'].map(
    (name) => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { ports: [{ port: 80 }, { port: 81 }] }
`,
  ),
).join('---\n');
const { topology } = buildSnapshot(TEXT);
const GROUPED: Arrangement = { ...PLAIN_ARRANGEMENT, isGrouped: true };

function overlaps(rects: readonly Rect[]): number {
  return rects
    .flatMap((a, index) => rects.slice(index + 1).map((b) => [a, b] as const))
    .filter(
      ([a, b]) =>
        a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
    ).length;
}

function frames(places: ReadonlyMap<NodeId, Point>, arrangement: Arrangement) {
  return namespaceFrames(topology, places, foldingOf(arrangement));
}

test('[L26] what is collapsed lets everything stay where it is', () => {
  const places = finish(layOutArranged(topology, PLAIN_ARRANGEMENT));
  const folded = { ...PLAIN_ARRANGEMENT, foldedNodes: ['Service/a/one'] };
  expect(planFold(topology, places, PLAIN_ARRANGEMENT, folded)).toEqual(places);
});

test('[L26] a node that is expanded pushes down what stands below it, and nobody above', () => {
  const folded = { ...PLAIN_ARRANGEMENT, foldedNodes: topology.nodes.map(({ id }) => id) };
  const places = finish(layOutArranged(topology, folded));
  const left = Math.min(...[...places.values()].map(({ x }) => x));
  const order = [...places]
    .filter(([, { x }]) => x === left)
    .sort(([, a], [, b]) => a.y - b.y)
    .map(([id]) => id);
  const id = order[1] ?? '';
  const opened = { ...folded, foldedNodes: folded.foldedNodes.filter((one) => one !== id) };
  const after = planFold(topology, places, folded, opened);
  for (const above of order.slice(0, 2)) expect(after.get(above)).toEqual(places.get(above));
  expect(after.get(order[2] ?? '')?.y).toBeGreaterThan(places.get(order[2] ?? '')?.y ?? 0);
});

test('[L24] [L27] boxes and frames never meet, whichever namespaces are collapsed and expanded', () => {
  let arrangement = GROUPED;
  let places: ReadonlyMap<NodeId, Point> = finish(layOutArranged(topology, GROUPED));
  const steps = [['a'], ['a', 'b', 'c', 'd', 'e'], ['b', 'c', 'd', 'e'], ['c', 'd'], ['c'], []];
  for (const foldedNamespaces of steps) {
    const next = { ...arrangement, foldedNamespaces };
    places = planFold(topology, places, arrangement, next);
    arrangement = next;
    expect(overlaps(frames(places, arrangement)), foldedNamespaces.join()).toBe(0);
  }
});

test('[L27] many boxes stand close together', () => {
  const all = { ...GROUPED, foldedNamespaces: NAMESPACES };
  const places = planFold(topology, finish(layOutArranged(topology, GROUPED)), GROUPED, all);
  const rects = frames(places, all);
  const area = rects.reduce((sum, { width, height }) => sum + width * height, 0);
  const right = Math.max(...rects.map(({ x, width }) => x + width));
  const bottom = Math.max(...rects.map(({ y, height }) => y + height));
  const left = Math.min(...rects.map(({ x }) => x));
  const top = Math.min(...rects.map(({ y }) => y));
  expect((right - left) * (bottom - top)).toBeLessThan(area * 6);
});
