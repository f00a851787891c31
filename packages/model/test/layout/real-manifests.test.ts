import { expect, test } from 'vitest';
import {
  buildSnapshot,
  edgeAnchors,
  HEADER_ROW,
  layoutTopology,
  measureNode,
  nodeRows,
  type Topology,
} from '../../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  readRealManifest,
  realManifestPaths,
} from '../support/real-manifests.ts';

const NAME = `[L9] [L14] [L15] nodes of real manifests are laid out without overlaps${HAS_REAL_MANIFESTS ? '' : ' (skipped: ../shared/manifests is not there)'}`;

function checkRows(topology: Topology): void {
  const rows = new Map(
    topology.nodes.map((node) => [node.id, new Set(nodeRows(node).map(({ id }) => id))]),
  );
  for (const node of topology.nodes) {
    expect(rows.get(node.id)?.size, node.id).toBe(nodeRows(node).length);
    expect(measureNode(node).height, node.id).toBeLessThan(20_000);
  }
  const byId = new Map(topology.nodes.map((node) => [node.id, node]));
  for (const edge of topology.edges) {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
    if (source === undefined || target === undefined) throw new Error(`${edge.id} has a loose end`);
    for (const line of edgeAnchors(edge, source, target)) {
      const starts = line.sourceRow === HEADER_ROW || rows.get(source.id)?.has(line.sourceRow);
      const ends = line.targetRow === HEADER_ROW || rows.get(target.id)?.has(line.targetRow);
      expect([starts, ends], edge.id).toEqual([true, true]);
    }
  }
}

/** Column by column, so that files of hundreds of nodes are quickly done. */
function checkPlaces(topology: Topology): void {
  const positions = layoutTopology(topology);
  const placed = topology.nodes
    .map((node) => {
      const { x, y } = positions.get(node.id) ?? { x: Number.NaN, y: Number.NaN };
      return { id: node.id, x, y, bottom: y + measureNode(node).height };
    })
    .sort((a, b) => a.x - b.x || a.y - b.y);
  placed.forEach((node, index) => {
    expect(Number.isFinite(node.x + node.y), node.id).toBe(true);
    const before = placed[index - 1];
    if (before?.x === node.x) expect(node.y - before.bottom, node.id).toBeGreaterThanOrEqual(24);
  });
}

test.skipIf(!HAS_REAL_MANIFESTS)(
  NAME,
  () => {
    const paths = realManifestPaths();
    expect(paths.length).toBeGreaterThan(100);
    for (const path of paths) {
      const { topology } = buildSnapshot(readRealManifest(path));
      checkRows(topology);
      checkPlaces(topology);
    }
  },
  60_000,
);
