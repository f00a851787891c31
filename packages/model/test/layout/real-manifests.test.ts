import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

const FOLDER = new URL('../../../../../shared/manifests/', import.meta.url);
const isThere = existsSync(FOLDER);
const NAME = `[L9] [L14] [L15] nodes of real manifests are laid out without overlaps${isThere ? '' : ' (skipped: ../shared/manifests is not there)'}`;

function filesBelow(folder: URL): readonly URL[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const url = new URL(
      `${encodeURIComponent(entry.name)}${entry.isDirectory() ? '/' : ''}`,
      folder,
    );
    if (entry.isDirectory()) return filesBelow(url);
    return /\.(ya?ml|json)$/.test(entry.name) ? [url] : [];
  });
}

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

test.skipIf(!isThere)(
  NAME,
  () => {
    const files = filesBelow(FOLDER);
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const { topology } = buildSnapshot(readFileSync(file, 'utf8'));
      checkRows(topology);
      checkPlaces(topology);
    }
  },
  60_000,
);
