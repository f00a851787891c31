import { describe, expect, test } from 'vitest';
import type { NodeId, Topology, TopologyNode } from '../../src/graph/topology.ts';
import { layoutTopology } from '../../src/layout/layout-topology.ts';
import { handleY, measureNode } from '../../src/layout/measure-node.ts';
import type { Point } from '../../src/layout/node-geometry.ts';
import { countCrossings } from '../../src/layout/placement/count-crossings.ts';
import { buildLayoutGraph } from '../../src/layout/placement/layout-graph.ts';
import { finish } from '../../src/text/slices.ts';
import { RUNS as ALL_RUNS } from '../support/runs.ts';
import { findOverlaps, type Positions } from './find-overlaps.ts';
import {
  binds,
  delegates,
  exposes,
  gateway,
  loadBalancer,
  randomTopology,
  routes,
  seededRandom,
  service,
  shuffled,
  virtualService,
} from './topology-builder.ts';

const RUNS = Math.ceil(ALL_RUNS / 10);
const NOWHERE: Point = { x: 0, y: 0 };

/** Of the nodes of a column those that stand further left first: a block has only crossings of its own. */
function crossingsOf(topology: Topology, positions: Positions): number {
  const graph = finish(buildLayoutGraph(topology));
  const columns: number[][] = Array.from({ length: graph.columnCount }, () => []);
  graph.nodes.forEach((_, index) => {
    columns[graph.columns[index] ?? 0]?.push(index);
  });
  const place = (index: number): Point => positions.get(graph.nodes[index]?.id ?? '') ?? NOWHERE;
  for (const column of columns) {
    column.sort((a, b) => place(a).x - place(b).x || place(a).y - place(b).y);
  }
  return countCrossings(graph, columns);
}

/** Crossings counted pair by pair, from the definition. */
function crossingsByPairs(topology: Topology, positions: Positions): number {
  const graph = finish(buildLayoutGraph(topology));
  const y = (node: number, offset: number): number =>
    (positions.get(graph.nodes[node]?.id ?? '')?.y ?? 0) + offset;
  let count = 0;
  graph.lines.forEach((a, index) => {
    for (const b of graph.lines.slice(index + 1)) {
      if (graph.columns[a.source] !== graph.columns[b.source]) continue;
      if (graph.columns[a.target] !== graph.columns[b.target]) continue;
      const start = y(a.source, a.sourceY) - y(b.source, b.sourceY);
      const end = y(a.target, a.targetY) - y(b.target, b.targetY);
      if (start * end < 0) count += 1;
    }
  });
  return count;
}

/** The fewest crossings that any order of the nodes has: all orders are tried. */
function fewestCrossings(topology: Topology): number {
  const graph = finish(buildLayoutGraph(topology));
  const columns: number[][] = Array.from({ length: graph.columnCount }, () => []);
  graph.columns.forEach((column, node) => {
    columns[column]?.push(node);
  });
  let fewest = Number.POSITIVE_INFINITY;
  const tryOrders = (ordered: readonly (readonly number[])[]): void => {
    const column = columns[ordered.length];
    if (column === undefined) fewest = Math.min(fewest, countCrossings(graph, ordered));
    else for (const order of ordersOf(column)) tryOrders([...ordered, order]);
  };
  tryOrders([]);
  return fewest;
}

function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, index) =>
    ordersOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  );
}

/** One column below the other in the order of the input: what comes without any layout. */
function naivePositions(topology: Topology): Positions {
  const lefts = layoutTopology(topology);
  const bottoms = new Map<number, number>();
  return new Map(
    topology.nodes.map((node) => {
      const x = lefts.get(node.id)?.x ?? 0;
      const y = bottoms.get(x) ?? 0;
      bottoms.set(x, y + measureNode(node).height + 28);
      return [node.id, { x, y }];
    }),
  );
}

describe('layoutTopology', () => {
  test('[L10] the columns are LoadBalancer, Gateway, VirtualService, Service, from left to right', () => {
    const nodes = [service('s'), virtualService('v'), gateway('g'), loadBalancer('l')];
    const positions = layoutTopology({ nodes, edges: [] });
    const xs = [
      'LoadBalancer/default/l',
      'Gateway/default/g',
      'VirtualService/default/v',
      'Service/default/s',
    ];
    const found = xs.map((id) => positions.get(id)?.x ?? Number.NaN);
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(new Set(found).size).toBe(4);
  });

  test('[L10] delegates stand between the VirtualServices and the Services', () => {
    const [root, part, end] = [virtualService('root'), virtualService('part'), service('end')];
    const edges = [delegates(root, part), routes(part, end)];
    const positions = layoutTopology({ nodes: [root, part, end], edges });
    const [a, b, c] = [root, part, end].map(({ id }) => positions.get(id)?.x ?? Number.NaN);
    expect(a).toBeLessThan(b ?? 0);
    expect(b).toBeLessThan(c ?? 0);
  });

  test('[L10] VirtualServices that delegate to each other or to themselves are laid out too', () => {
    const [a, b, c] = [virtualService('a'), virtualService('b'), virtualService('c')];
    const edges = [delegates(a, b), delegates(b, a), delegates(c, c)];
    const topology = { nodes: [a, b, c], edges };
    expect(findOverlaps(topology, layoutTopology(topology))).toEqual([]);
  });

  test('[L10] lines past a delegate leave it beside them', () => {
    const [root, part] = [virtualService('root', [0, 1]), virtualService('part', [1, 1])];
    const [one, two, past] = [service('one'), service('two'), service('past')];
    const edges = [
      delegates(root, part, 0),
      routes(root, past, { route: 1 }),
      routes(part, one),
      routes(part, two, { route: 1 }),
    ];
    const positions = layoutTopology({ nodes: [root, part, one, two, past], edges });
    const y = (node: TopologyNode, row: string): number =>
      (positions.get(node.id)?.y ?? Number.NaN) + handleY(measureNode(node), row);
    const middle = (y(root, 'http-1-0') + y(past, 'port-0')) / 2;
    const bottom = (positions.get(part.id)?.y ?? Number.NaN) + measureNode(part).height;
    expect(middle).toBeGreaterThan(bottom);
  });

  test('[L11] a chain of one line each is straight: all its handles are at the same height', () => {
    const chain = [loadBalancer('l', 1), gateway('g'), virtualService('v'), service('s')] as const;
    const [l, g, v, s] = chain;
    const topology = { nodes: chain, edges: [exposes(l, g), binds(g, v), routes(v, s)] };
    const positions = layoutTopology(topology);
    const top = (id: NodeId): number => positions.get(id)?.y ?? Number.NaN;
    expect(top(l.id)).toBe(top(g.id));
    expect(top(g.id)).toBe(top(v.id));
    // The Service's first row stands beside the destination: under the hosts and the route.
    expect(top(s.id)).toBe(top(v.id) + 64);
  });

  test('[L11] an empty topology has no positions', () => {
    expect(layoutTopology({ nodes: [], edges: [] }).size).toBe(0);
  });

  test('[L12] rows decide the order: destinations from top to bottom lead to Services in that order', () => {
    const v = virtualService('v', [1, 1, 1]);
    const [z, m, a] = [service('z'), service('m'), service('a')];
    const edges = [
      routes(v, z, { route: 0 }),
      routes(v, m, { route: 1 }),
      routes(v, a, { route: 2 }),
    ];
    const positions = layoutTopology({ nodes: [a, m, v, z], edges });
    const tops = [z, m, a].map(({ id }) => positions.get(id)?.y ?? Number.NaN);
    expect(tops).toEqual([...tops].sort((p, q) => p - q));
  });

  test('[L12] a graph that can be drawn without crossings is drawn so, whatever its names are', () => {
    const random = seededRandom(7);
    const nodes = [];
    const edges = [];
    const balancer = loadBalancer('balancer', 1);
    nodes.push(balancer);
    for (const key of shuffled([...Array(40).keys()], random)) {
      const other = Math.floor(random() * 1e6);
      const [g, v] = [gateway(`g${key}`), virtualService(`v${other}-${key}`, [1, 1])];
      const [s, t] = [service(`s${1e6 - other}-${key}`), service(`t${other}`)];
      nodes.push(g, v, s, t);
      edges.push(exposes(balancer, g), binds(g, v), routes(v, s), routes(v, t, { route: 1 }));
    }
    const topology = { nodes, edges };
    expect(crossingsOf(topology, layoutTopology(topology))).toBe(0);
  });

  test('[L12] crossings are counted as the definition says', () => {
    for (let run = 0; run < 10; run += 1) {
      const topology = randomTopology(12, seededRandom(run));
      const positions = naivePositions(topology);
      expect(crossingsOf(topology, positions)).toBe(crossingsByPairs(topology, positions));
    }
  });

  test('[L12] random graphs have far fewer crossings than in the order of the input', () => {
    let naive = 0;
    let laidOut = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const random = seededRandom(run);
      const size = 6 + Math.floor(random() * 40);
      const { nodes, edges } = randomTopology(size, random);
      const topology = { nodes: shuffled(nodes, random), edges };
      const before = crossingsOf(topology, naivePositions(topology));
      const after = crossingsOf(topology, layoutTopology(topology));
      expect(after, `seed ${run}`).toBeLessThanOrEqual(before);
      naive += before;
      laidOut += after;
    }
    expect(laidOut / naive).toBeLessThan(0.2);
  });

  test('[L12] small random graphs have hardly more crossings than the best of all orders', () => {
    let fewest = 0;
    let laidOut = 0;
    for (let run = 0; run < Math.min(2 * RUNS, 400); run += 1) {
      const topology = randomTopology(4, seededRandom(run));
      fewest += fewestCrossings(topology);
      laidOut += crossingsOf(topology, layoutTopology(topology));
    }
    expect(laidOut / fewest).toBeLessThan(1.01);
  });

  test('[L13] the order of nodes and edges in the input makes no difference', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = seededRandom(run);
      const { nodes, edges } = randomTopology(4 + Math.floor(random() * 30), random);
      const other = { nodes: shuffled(nodes, random), edges: shuffled(edges, random) };
      expect(layoutTopology(other), `seed ${run}`).toEqual(layoutTopology({ nodes, edges }));
    }
  });

  test('[L14] no two nodes overlap, and there are at least 24 px between those of a column', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = seededRandom(run);
      const topology = randomTopology(1 + Math.floor(random() * 40), random);
      expect(findOverlaps(topology, layoutTopology(topology)), `seed ${run}`).toEqual([]);
    }
  });

  test('[L14] parts that no line joins are not mixed', () => {
    const one = [virtualService('a1'), virtualService('a3'), service('x1')] as const;
    const two = [virtualService('a2'), virtualService('a4'), service('x2')] as const;
    const edges = [one, two].flatMap(([v, w, s]) => [routes(v, s), routes(w, s)]);
    const positions = layoutTopology({ nodes: [...one, ...two], edges });
    const order = [...one, ...two]
      .filter((node) => node.kind === 'VirtualService')
      .sort((a, b) => (positions.get(a.id)?.y ?? 0) - (positions.get(b.id)?.y ?? 0));
    expect(order.map(({ name }) => name)).toEqual(['a1', 'a3', 'a2', 'a4']);
  });
});
