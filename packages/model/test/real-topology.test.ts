import { describe, expect, test } from 'vitest';
import {
  buildSnapshot,
  edgesOf,
  findEdge,
  findResource,
  findTopologyNode,
  problemsOf,
  referencesOf,
  type Snapshot,
} from '../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  indexedManifests,
  isRealManifest,
  readCollection,
  readRealManifest,
} from './support/real-manifests.ts';

interface Bundle {
  readonly bundle: string;
  readonly files: readonly string[];
}

const files = indexedManifests().map(({ file }) => file);
const bundles = readCollection<Bundle>('bundles.json').filter(({ files: own }) =>
  own.every(isRealManifest),
);

function hasField(value: unknown, path: readonly (string | number)[]): boolean {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  return true;
}

/** What is wrong with the snapshot's topology by rule G16. */
function findFaults(snapshot: Snapshot): readonly string[] {
  const { nodes, edges } = snapshot.topology;
  const faults: string[] = [];
  const ids = new Set(nodes.map(({ id }) => id));
  if (ids.size !== nodes.length) faults.push('a node id occurs twice');
  if (new Set(edges.map(({ id }) => id)).size !== edges.length)
    faults.push('an edge id occurs twice');
  for (const edge of edges) {
    if (!ids.has(edge.source) || !ids.has(edge.target)) faults.push(`${edge.id} ends nowhere`);
    if (edge.origins.length === 0) faults.push(`${edge.id} has no origin`);
    for (const { resourceId, path } of edge.origins)
      if (!hasField(findResource(snapshot, resourceId)?.value, path))
        faults.push(`${edge.id} has the origin ${path.join('.')}, which is not in the text`);
    if (findEdge(snapshot, edge.id) !== edge) faults.push(`${edge.id} is not found`);
  }
  for (const node of nodes) {
    if (findTopologyNode(snapshot, node.id) !== node) faults.push(`${node.id} is not found`);
    if (node.status !== 'present' && node.explanation === '')
      faults.push(`${node.id} does not say why`);
    const own = edges.filter(({ source, target }) => source === node.id || target === node.id);
    if (nodes.length < 200 && edgesOf(snapshot, node.id).length !== own.length)
      faults.push(`${node.id} does not find its edges`);
  }
  for (const { id, value } of snapshot.resources) {
    if (findResource(snapshot, id)?.value !== value) continue;
    for (const { path } of referencesOf(snapshot, id))
      if (!hasField(value, path.slice(0, -1)))
        faults.push(`${id} has a reference at ${path.join('.')}, which is not in the text`);
  }
  return faults;
}

describe.skipIf(!HAS_REAL_MANIFESTS)(
  'real manifests (skipped where ../shared/manifests is not there)',
  () => {
    test('[G16] every file has a sound topology', () => {
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const snapshot = buildSnapshot(readRealManifest(file));
        expect.soft(findFaults(snapshot), file).toEqual([]);
        problemsOf(snapshot);
      }
    }, 120_000);

    test('[G16] every bundle has a sound topology', () => {
      for (const { bundle, files: own } of bundles) {
        const snapshot = buildSnapshot(own.map(readRealManifest).join('\n---\n'));
        expect.soft(findFaults(snapshot), bundle).toEqual([]);
      }
    }, 120_000);
  },
);
