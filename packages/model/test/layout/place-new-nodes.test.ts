import { describe, expect, test } from 'vitest';
import type { Topology } from '../../src/graph/topology.ts';
import { layoutTopology } from '../../src/layout/layout-topology.ts';
import { measureNode } from '../../src/layout/measure-node.ts';
import { placeNewNodes } from '../../src/layout/place-new-nodes.ts';
import { RUNS as ALL_RUNS } from '../support/runs.ts';
import { findOverlaps, type Positions } from './find-overlaps.ts';
import {
  binds,
  delegates,
  gateway,
  randomTopology,
  routes,
  seededRandom,
  service,
  shuffled,
  virtualService,
} from './topology-builder.ts';

const RUNS = Math.ceil(ALL_RUNS / 6);
/** Pairs of which at least one is new and that are nearer than the gap. */
function newOverlaps(topology: Topology, before: Positions, after: Positions) {
  return findOverlaps(topology, after).filter(([a, b]) => !before.has(a) || !before.has(b));
}

/** A topology, and positions of some of its nodes, a part of them dragged anywhere. */
function randomCase(seed: number): { readonly topology: Topology; readonly known: Positions } {
  const random = seededRandom(seed);
  const topology = randomTopology(2 + Math.floor(random() * 25), random);
  const keep = random();
  const dragged = random() * 0.5;
  const known = [...layoutTopology(topology)].flatMap(([id, point]) => {
    if (random() > keep) return [];
    const place = { x: Math.floor(random() * 1500) - 300, y: Math.floor(random() * 3000) - 500 };
    return [[id, random() < dragged ? place : point] as const];
  });
  return { topology, known: new Map(known) };
}

describe('placeNewNodes', () => {
  test('[L20] every node has a place, and what had one keeps it, whether it is still there or not', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, known } = randomCase(run);
      const gone = new Map([...known, ['Service/default/gone', { x: 1, y: 2 }]]);
      const placed = placeNewNodes(topology, gone);
      for (const [id, point] of gone) expect(placed.get(id), `seed ${run}`).toEqual(point);
      for (const { id } of topology.nodes) expect(placed.has(id), `seed ${run}`).toBe(true);
    }
  });

  test('[L20] without a new node the very same map comes back', () => {
    const { topology } = randomCase(1);
    const known = layoutTopology(topology);
    expect(placeNewNodes(topology, known)).toBe(known);
  });

  test('[L20] where nothing has a place yet, it is the layout', () => {
    const { topology } = randomCase(1);
    expect(placeNewNodes(topology, new Map())).toEqual(layoutTopology(topology));
  });

  test('[L21] new nodes overlap nothing, also where nodes were dragged anywhere', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, known } = randomCase(run);
      const placed = placeNewNodes(topology, known);
      expect(newOverlaps(topology, known, placed), `seed ${run}`).toEqual([]);
    }
  });

  test('[L21] the order of nodes, edges and positions in the input makes no difference', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const { topology, known } = randomCase(run);
      const random = seededRandom(run + 1);
      const other = {
        nodes: shuffled(topology.nodes, random),
        edges: shuffled(topology.edges, random),
      };
      const placed = placeNewNodes(other, new Map(shuffled([...known], random)));
      const expected = placeNewNodes(topology, known);
      expect(new Map([...placed].sort()), `seed ${run}`).toEqual(new Map([...expected].sort()));
    }
  });

  test('[L22] a new node stands in its column, with a straight line to its neighbour', () => {
    const [v, s] = [virtualService('v'), service('s')];
    const [w, t] = [virtualService('w'), service('t')];
    const known = layoutTopology({ nodes: [v, s, w], edges: [routes(v, s)] });
    const topology = { nodes: [v, s, w, t], edges: [routes(v, s), routes(w, t)] };
    const placed = placeNewNodes(topology, known);
    expect(placed.get(t.id)).toEqual({
      x: known.get(s.id)?.x,
      // The destination is the third row under the header, the port the first.
      y: (known.get(w.id)?.y ?? 0) + 64,
    });
  });

  test('[L22] where that place is taken, it is the nearest free one', () => {
    const [v, s, t] = [virtualService('v', [2]), service('s'), service('t')];
    const known = layoutTopology({ nodes: [v, s], edges: [routes(v, s)] });
    const edges = [routes(v, s), routes(v, t, { destination: 1 })];
    const placed = placeNewNodes({ nodes: [v, s, t], edges }, known);
    const bottom = (known.get(s.id)?.y ?? 0) + measureNode(s).height;
    expect(placed.get(t.id)).toEqual({ x: known.get(s.id)?.x, y: bottom + 28 });
  });

  test('[L22] the column is where its nodes were dragged to', () => {
    const [v, s, t] = [virtualService('v', [2]), service('s'), service('t')];
    const known = new Map([
      [v.id, { x: 1000, y: 0 }],
      [s.id, { x: 1700, y: 40 }],
    ]);
    const edges = [routes(v, s), routes(v, t, { destination: 1 })];
    expect(placeNewNodes({ nodes: [v, s, t], edges }, known).get(t.id)?.x).toBe(1700);
  });

  test('[L22] what hangs together with new nodes alone is laid out below everything', () => {
    const [v, s] = [virtualService('v'), service('s')];
    const [g, w, t] = [gateway('g'), virtualService('w'), service('t')];
    const known = layoutTopology({ nodes: [v, s], edges: [routes(v, s)] });
    const topology = {
      nodes: [v, s, g, w, t],
      edges: [routes(v, s), binds(g, w), routes(w, t)],
    };
    const placed = placeNewNodes(topology, known);
    const lowest = (known.get(v.id)?.y ?? 0) + measureNode(v).height;
    for (const { id } of [g, w, t]) expect(placed.get(id)?.y).toBeGreaterThan(lowest);
  });

  test('[L22] a VirtualService that becomes the first delegate is no exception', () => {
    const [root, s, part] = [virtualService('root'), service('s'), virtualService('part')];
    const known = layoutTopology({ nodes: [root, s], edges: [routes(root, s)] });
    const edges = [routes(root, s), delegates(root, part), routes(part, s)];
    const topology = { nodes: [root, s, part], edges };
    expect(newOverlaps(topology, known, placeNewNodes(topology, known))).toEqual([]);
  });

  test('[L23] positions that are no numbers are kept and disturb nothing', () => {
    const [v, s, t] = [virtualService('v', [2]), service('s'), service('t')];
    const edges = [routes(v, s), routes(v, t, { destination: 1 })];
    const known = new Map([
      [v.id, { x: Number.NaN, y: Number.NaN }],
      [s.id, { x: 700, y: Number.POSITIVE_INFINITY }],
    ]);
    const place = placeNewNodes({ nodes: [v, s, t], edges }, known).get(t.id);
    expect(Number.isFinite(place?.x)).toBe(true);
    expect(Number.isFinite(place?.y)).toBe(true);
  });
});
