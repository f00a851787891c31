import { describe, expect, test } from 'vitest';
import {
  type Folding,
  layoutNamespaces,
  makeRoom,
  measureWith,
  NOTHING_FOLDED,
  namespaceFrames,
  type Point,
  placeNewInNamespaces,
  type Rect,
  type Topology,
} from '../../src/index.ts';
import { RUNS as ALL_RUNS } from '../support/runs.ts';
import { findOverlaps, type Positions } from './find-overlaps.ts';
import {
  gateway,
  randomTopology,
  seededRandom,
  shuffled,
  virtualService,
} from './topology-builder.ts';

const RUNS = Math.ceil(ALL_RUNS / 6);
const NAMESPACES = ['istio-system', 'shop', 'pay', 'team-a', 'team-b', 'default'];

/** A random topology over several namespaces. */
function randomCase(seed: number): { readonly topology: Topology; readonly folding: Folding } {
  const random = seededRandom(seed);
  const { nodes, edges } = randomTopology(2 + Math.floor(random() * 25), random);
  const count = 1 + Math.floor(random() * NAMESPACES.length);
  const spread = nodes.map((node) => ({
    ...node,
    namespace: NAMESPACES[Math.floor(random() * count)] ?? 'default',
  }));
  const folding = {
    nodes: new Set(spread.filter(() => random() < 0.2).map(({ id }) => id)),
    namespaces: new Set(NAMESPACES.filter(() => random() < 0.3)),
  };
  return { topology: { nodes: spread, edges }, folding };
}

function haveCommonPoint(a: Rect, b: Rect): boolean {
  return (
    a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height
  );
}

function overlapping(boxes: readonly Rect[]): readonly (readonly [Rect, Rect])[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => haveCommonPoint(a, b))
      .map((b) => [a, b] as const),
  );
}

describe('layoutNamespaces', () => {
  test('[L24] frames have no point in common, whatever is folded', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, folding } = randomCase(run);
      for (const shown of [NOTHING_FOLDED, folding]) {
        const frames = namespaceFrames(topology, layoutNamespaces(topology, shown), shown);
        expect(overlapping(frames), `seed ${run}`).toEqual([]);
      }
    }
  });

  test('[L24] every node is inside the frame of its namespace, and on no other node', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology } = randomCase(run);
      const places = layoutNamespaces(topology);
      expect(findOverlaps(topology, places), `seed ${run}`).toEqual([]);
      const measure = measureWith(NOTHING_FOLDED);
      for (const frame of namespaceFrames(topology, places, NOTHING_FOLDED)) {
        for (const node of topology.nodes.filter((one) => one.namespace === frame.namespace)) {
          const { x, y } = places.get(node.id) as Point;
          const { width, height } = measure(node);
          expect(x > frame.x && y > frame.y, `seed ${run}`).toBe(true);
          expect(x + width < frame.x + frame.width, `seed ${run}`).toBe(true);
          expect(y + height < frame.y + frame.height, `seed ${run}`).toBe(true);
        }
      }
    }
  });

  test('[L24] the order of the input makes no difference', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, folding } = randomCase(run);
      const random = seededRandom(run + 1000);
      const other = {
        nodes: shuffled(topology.nodes, random),
        edges: shuffled(topology.edges, random),
      };
      const places = layoutNamespaces(topology, folding);
      const again = layoutNamespaces(other, folding);
      for (const { id } of topology.nodes) {
        expect(again.get(id), `seed ${run}`).toEqual(places.get(id));
      }
    }
  });

  test('[L24] where traffic enters stands left of what only sends it on', () => {
    const [entry, route] = [gateway('g'), virtualService('v')];
    const topology = {
      nodes: [
        { ...route, namespace: 'aaa' },
        { ...entry, namespace: 'zzz' },
      ],
      edges: [],
    };
    const places = layoutNamespaces(topology);
    expect(places.get(entry.id)?.x).toBeLessThan(places.get(route.id)?.x ?? 0);
  });
});

describe('placeNewInNamespaces', () => {
  function randomPart(seed: number): { readonly topology: Topology; readonly known: Positions } {
    const { topology } = randomCase(seed);
    const random = seededRandom(seed + 500);
    const keep = random();
    const all = layoutNamespaces(topology);
    return { topology, known: new Map([...all].filter(() => random() < keep)) };
  }

  test('[L25] what has a place keeps it, and what is new gets one on no other node', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, known } = randomPart(run);
      const places = placeNewInNamespaces(topology, known, NOTHING_FOLDED);
      for (const [id, point] of known) expect(places.get(id), `seed ${run}`).toEqual(point);
      expect(topology.nodes.every(({ id }) => places.has(id))).toBe(true);
      const fresh = findOverlaps(topology, places).filter(
        ([a, b]) => !known.has(a) || !known.has(b),
      );
      expect(fresh, `seed ${run}`).toEqual([]);
    }
  });

  test('[L25] a new namespace meets no other frame', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology } = randomCase(run);
      const first = topology.nodes[0]?.namespace;
      const all = layoutNamespaces(topology);
      const others = topology.nodes.filter(({ namespace }) => namespace !== first);
      const known = new Map(others.map(({ id }) => [id, all.get(id) as Point]));
      const places = placeNewInNamespaces(topology, known, NOTHING_FOLDED);
      const frames = namespaceFrames(topology, places, NOTHING_FOLDED);
      expect(overlapping(frames), `seed ${run}`).toEqual([]);
    }
  });
});

describe('makeRoom', () => {
  test('[L26] what grows pushes down what it would lie on, and nothing else', () => {
    const boxes = new Map([
      ['grown', { x: 0, y: 0, width: 10, height: 50 }],
      ['under', { x: 5, y: 20, width: 10, height: 10 }],
      ['below', { x: 0, y: 58, width: 10, height: 10 }],
      ['beside', { x: 30, y: 0, width: 10, height: 10 }],
      ['far', { x: 0, y: 500, width: 10, height: 10 }],
    ]);
    expect([...makeRoom(boxes, new Set(['grown']), 4)]).toEqual([
      ['under', 34],
      ['below', 10],
    ]);
  });

  test('[L26] after that nothing lies on what grew or moved, where nothing did before', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, folding } = randomCase(run);
      const places = layoutNamespaces(topology, folding);
      const open = { ...folding, namespaces: new Set<string>() };
      const frames = namespaceFrames(topology, places, open);
      const all = new Map(frames.map((frame) => [frame.namespace, frame]));
      const moved = makeRoom(all, folding.namespaces, 10);
      const after = [...all].map(([namespace, box]) => ({
        ...box,
        y: box.y + (moved.get(namespace) ?? 0),
      }));
      expect(overlapping(after), `seed ${run}`).toEqual([]);
    }
  });
});
