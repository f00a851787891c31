import { describe, expect, test } from 'vitest';
import type { Topology, TopologyEdge, TopologyNode } from '../../src/graph/topology.ts';
import { edgeAnchors } from '../../src/layout/edge-anchors.ts';
import { layoutTopology } from '../../src/layout/layout-topology.ts';
import { handleY, measureNode } from '../../src/layout/measure-node.ts';
import { placeNewNodes } from '../../src/layout/place-new-nodes.ts';
import { RUNS as ALL_RUNS } from '../support/runs.ts';
import { findOverlaps, type Positions } from './find-overlaps.ts';
import {
  binds,
  exposes,
  gateway,
  loadBalancer,
  routes,
  seededRandom,
  service,
  shuffled,
  virtualService,
} from './topology-builder.ts';

const RUNS = Math.ceil(ALL_RUNS / 15);

type Part = readonly TopologyNode[];

/** Chains that have nothing in common: load balancer, Gateway, VirtualService, Service. */
function chains(count: number): { readonly topology: Topology; readonly parts: readonly Part[] } {
  const edges: TopologyEdge[] = [];
  const parts = Array.from({ length: count }, (_, index) => {
    const [l, g] = [loadBalancer(`l${index}`, 1), gateway(`g${index}`)];
    const [v, s] = [virtualService(`v${index}`), service(`s${index}`)];
    edges.push(exposes(l, g), binds(g, v), routes(v, s));
    return [l, g, v, s];
  });
  return { topology: { nodes: parts.flat(), edges }, parts };
}

/** VirtualServices, each with its Service, on one Gateway behind one load balancer. */
function sharedGateway(count: number) {
  const [l, g] = [loadBalancer('l', 1), gateway('g')];
  const edges: TopologyEdge[] = [exposes(l, g)];
  const parts = Array.from({ length: count }, (_, index) => {
    const [v, s] = [virtualService(`v${index}`), service(`s${index}`)];
    edges.push(binds(g, v), routes(v, s));
    return [v, s];
  });
  return { topology: { nodes: [l, g, ...parts.flat()], edges }, parts, hubs: [l, g] };
}

/** Some of everything: shared and own Gateways and load balancers, Services that several share. */
function randomParts(random: () => number): Topology {
  const pick = (count: number): number => Math.floor(random() * count);
  const nodes: TopologyNode[] = [];
  const edges: TopologyEdge[] = [];
  const shared = { balancer: loadBalancer('shared', 2), gateway: gateway('shared', 2) };
  nodes.push(shared.balancer, shared.gateway);
  edges.push(exposes(shared.balancer, shared.gateway, [0, 1]));
  const count = 1 + pick(60);
  for (let index = 0; index < count; index += 1) {
    const v = virtualService(`v${pick(1e6)}-${index}`, [1 + pick(2)]);
    const s = service(`s${pick(1e6)}-${index}`, 1 + pick(3));
    nodes.push(v, s);
    if (random() < 0.9) edges.push(routes(v, s));
    const kind = random();
    if (kind < 0.4) edges.push(binds(shared.gateway, v));
    else if (kind < 0.9) {
      const g = gateway(`g${pick(1e6)}-${index}`, 1 + pick(2));
      nodes.push(g);
      edges.push(binds(g, v));
      if (random() < 0.8) edges.push(exposes(shared.balancer, g));
    }
  }
  return { nodes, edges };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(nodes: Part, positions: Positions): Box {
  const boxes = nodes.map((node) => {
    const { x, y } = positions.get(node.id) ?? { x: Number.NaN, y: Number.NaN };
    const { width, height } = measureNode(node);
    return { left: x, right: x + width, top: y, bottom: y + height };
  });
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** How many boxes lie on another. */
function meetings(boxes: readonly Box[]): number {
  return boxes.filter((a, index) => boxes.some((b, other) => other > index && meet(a, b))).length;
}

function leftsOf(nodes: Part, positions: Positions): ReadonlySet<number> {
  return new Set(nodes.map(({ id }) => positions.get(id)?.x ?? Number.NaN));
}

describe('blocks', () => {
  test('[L17] many parts stand side by side, in about the proportions of a canvas', () => {
    for (const count of [20, 50, 250]) {
      const { topology, parts } = chains(count);
      const positions = layoutTopology(topology);
      expect(meetings(parts.map((part) => boxOf(part, positions)))).toBe(0);
      const { left, right, top, bottom } = boxOf(topology.nodes, positions);
      const proportion = (right - left) / (bottom - top);
      expect(proportion).toBeGreaterThan(1.6 / 1.5);
      expect(proportion).toBeLessThan(1.6 * 1.5);
    }
  });

  test('[L17] every part is drawn as it would be alone', () => {
    const { topology, parts } = chains(50);
    const positions = layoutTopology(topology);
    for (const part of parts) {
      const alone = layoutTopology({
        nodes: part,
        edges: topology.edges.filter((e) => part.some(({ id }) => id === e.source)),
      });
      const { left, top } = boxOf(part, positions);
      for (const { id } of part) {
        const { x, y } = positions.get(id) ?? { x: Number.NaN, y: Number.NaN };
        expect({ x: x - left, y: y - top }).toEqual(alone.get(id));
      }
    }
  });

  test('[L17] up to three parts, and what a canvas shows large enough, stay in plain columns', () => {
    for (const { topology } of [chains(1), chains(3), sharedGateway(5)]) {
      const positions = layoutTopology(topology);
      for (const kind of ['LoadBalancer', 'Gateway', 'VirtualService', 'Service']) {
        const column = topology.nodes.filter((node) => node.kind === kind);
        expect(leftsOf(column, positions).size).toBe(1);
      }
    }
  });

  test('[L18] what all share stands above the blocks, and left of them', () => {
    const { topology, parts, hubs } = sharedGateway(40);
    const positions = layoutTopology(topology);
    const blocks = boxOf(parts.flat(), positions);
    const above = boxOf(hubs, positions);
    expect(above.bottom).toBeLessThan(blocks.top);
    expect(above.right).toBeLessThan(blocks.left);
    expect(meetings(parts.map((part) => boxOf(part, positions)))).toBe(0);
    expect(
      leftsOf(
        parts.flatMap(([v]) => v ?? []),
        positions,
      ).size,
    ).toBeGreaterThan(2);
  });

  test('[L18] lines along a hub and down beside a block pass behind no node', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const topology = randomParts(seededRandom(run));
      const positions = layoutTopology(topology);
      const byId = new Map(topology.nodes.map((node) => [node.id, node]));
      const boxes = topology.nodes.map((node) => boxOf([node], positions));
      for (const edge of topology.edges) {
        const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
        if (edge.kind === 'routes' || source === undefined || target === undefined) continue;
        const [from, to] = [boxOf([source], positions), boxOf([target], positions)];
        if (to.left - from.right <= 160) continue;
        for (const line of edgeAnchors(edge, source, target)) {
          const start = from.top + handleY(measureNode(source), line.sourceRow);
          const end = to.top + handleY(measureNode(target), line.targetRow);
          const turn = to.left - 34;
          const along = { left: from.right, right: turn, top: start, bottom: start + 1 };
          const down = {
            left: turn,
            right: turn + 1,
            top: Math.min(start, end),
            bottom: Math.max(start, end),
          };
          expect(
            boxes.filter((box) => meet(box, along) || meet(box, down)),
            `seed ${run}`,
          ).toEqual([]);
        }
      }
    }
  });

  test('[L13] [L14] nothing overlaps, and the order of the input makes no difference', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = seededRandom(run);
      const { nodes, edges } = randomParts(random);
      const positions = layoutTopology({ nodes, edges });
      expect(findOverlaps({ nodes, edges }, positions), `seed ${run}`).toEqual([]);
      const other = { nodes: shuffled(nodes, random), edges: shuffled(edges, random) };
      expect(layoutTopology(other), `seed ${run}`).toEqual(positions);
    }
  });

  test('[L20] [L21] a new node moves nobody, and overlaps nothing', () => {
    for (let run = 0; run < RUNS; run += 1) {
      const random = seededRandom(run);
      const topology = randomParts(random);
      const gone = topology.nodes[Math.floor(random() * topology.nodes.length)];
      const known = new Map(layoutTopology(topology));
      known.delete(gone?.id ?? '');
      const placed = placeNewNodes(topology, known);
      for (const [id, point] of known) expect(placed.get(id)).toEqual(point);
      expect(findOverlaps(topology, placed), `seed ${run}`).toEqual([]);
    }
  });

  test('[L22] a new node of a block stands where the layout would have put it', () => {
    const { topology, parts } = chains(50);
    const positions = layoutTopology(topology);
    for (const [, , , s] of parts) {
      const known = new Map(positions);
      known.delete(s?.id ?? '');
      const place = placeNewNodes(topology, known).get(s?.id ?? '');
      expect(place).toEqual(positions.get(s?.id ?? ''));
    }
  });

  test('[L22] many new parts below a drawing are laid out in blocks too', () => {
    const first = chains(1).topology;
    const { topology } = chains(60);
    const known = layoutTopology(first);
    const placed = placeNewNodes(topology, known);
    const added = topology.nodes.filter(({ id }) => !known.has(id));
    const below = boxOf(added, placed);
    expect(below.top).toBeGreaterThan(boxOf(first.nodes, known).bottom);
    expect(below.right - below.left).toBeGreaterThan(below.bottom - below.top);
    expect(findOverlaps(topology, placed)).toEqual([]);
  });
});
