import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyTextEdits,
  buildSnapshot,
  changeAssumptions,
  DEFAULT_ASSUMPTIONS,
  edgesOf,
  findEdge,
  findResource,
  findTopologyNode,
  rangeOf,
  referencesOf,
  referencesTo,
  resourceAt,
  type Snapshot,
  snapshotText,
  type Topology,
  updateSnapshot,
} from '../src/index.ts';
import { editsOf, randomAction } from './random-actions.ts';
import { randomWorld } from './random-world.ts';
import { RUNS } from './support/runs.ts';

const TIMEOUT = 30_000 + RUNS * 100;

const ASSUMPTIONS = {
  ...DEFAULT_ASSUMPTIONS,
  foreignNamespaces: ['far'],
  externalHosts: ['www.example.com'],
};

/** The topology of the text in which each broken document says what it last said. */
function expectedTopology(snapshot: Snapshot): Topology {
  const text = snapshot.documents
    .map(({ text: own, status, lastGood }) =>
      status === 'broken' ? asDocument(lastGood?.text ?? '') : own,
    )
    .join('');
  return buildSnapshot(text, snapshot.assumptions).topology;
}

function asDocument(text: string): string {
  const body = text.startsWith('---') ? text : `---\n${text}`;
  return body.endsWith('\n') ? body : `${body}\n`;
}

function withoutStale({ nodes, edges }: Topology): unknown {
  return {
    nodes: nodes.map((node) => ({ ...node, stale: false })),
    edges: edges.map((edge) => ({ ...edge, stale: false })),
  };
}

function expectSound(snapshot: Snapshot): void {
  const { nodes, edges } = snapshot.topology;
  const ids = new Set(nodes.map(({ id }) => id));
  expect(ids.size).toBe(nodes.length);
  expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  for (const edge of edges) {
    expect(ids).toContain(edge.source);
    expect(ids).toContain(edge.target);
    expect(edge.origins.length).toBeGreaterThan(0);
    expect(findEdge(snapshot, edge.id)).toBe(edge);
  }
  for (const node of nodes) {
    expect(findTopologyNode(snapshot, node.id)).toBe(node);
    expect(edgesOf(snapshot, node.id)).toEqual(
      edges.filter(({ source, target }) => source === node.id || target === node.id),
    );
  }
}

describe('incremental snapshots', () => {
  test(
    '[G17] [P7] after any edits the topology is that of the whole text',
    () => {
      fc.assert(
        fc.property(
          randomWorld,
          fc.array(randomAction, { minLength: 1, maxLength: 8 }),
          (text, actions) => {
            let snapshot = buildSnapshot(text, ASSUMPTIONS);
            let current = text;
            for (const act of actions) {
              const edits = editsOf(snapshot, act);
              snapshot = updateSnapshot(snapshot, edits);
              current = applyTextEdits(current, edits);
              expect(snapshotText(snapshot)).toBe(current);
              const fresh = buildSnapshot(current, ASSUMPTIONS, snapshot.documents);
              expect(snapshot.topology).toEqual(fresh.topology);
              expect(snapshot.resources).toEqual(fresh.resources);
            }
            expectSound(snapshot);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    '[G17] [P4] a broken document counts as what it last said',
    () => {
      fc.assert(
        fc.property(
          randomWorld,
          fc.array(randomAction, { minLength: 1, maxLength: 6 }),
          (text, actions) => {
            let snapshot = buildSnapshot(text, ASSUMPTIONS);
            for (const act of actions) snapshot = updateSnapshot(snapshot, editsOf(snapshot, act));
            expect(withoutStale(snapshot.topology)).toEqual(
              withoutStale(expectedTopology(snapshot)),
            );
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    '[G17] an old snapshot stays as it was, and can be updated again',
    () => {
      fc.assert(
        fc.property(
          randomWorld,
          fc.array(randomAction, { minLength: 2, maxLength: 5 }),
          (text, actions) => {
            const first = buildSnapshot(text, ASSUMPTIONS);
            const frozen = structuredClone(first.topology);
            let last = first;
            for (const act of actions) last = updateSnapshot(last, editsOf(last, act));
            expect(first.topology).toEqual(frozen);
            const ids = new Set(first.resources.map(({ id }) => id));
            const scratch = buildSnapshot(text, ASSUMPTIONS);
            for (const id of ids) {
              expect(findResource(first, id)).toEqual(findResource(scratch, id));
              expect(rangeOf(first, id, ['spec'])).toEqual(rangeOf(scratch, id, ['spec']));
              expect(referencesOf(first, id)).toEqual(referencesOf(scratch, id));
              expect(referencesTo(first, id)).toEqual(referencesTo(scratch, id));
            }
            for (const node of first.topology.nodes)
              expect(edgesOf(first, node.id)).toEqual(edgesOf(scratch, node.id));
            const [act] = actions;
            if (act === undefined) return;
            const edits = editsOf(first, act);
            const again = updateSnapshot(first, edits);
            const fresh = buildSnapshot(applyTextEdits(text, edits), ASSUMPTIONS, first.documents);
            expect(again.topology).toEqual(fresh.topology);
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    '[G17] nodes, edges and resources that say the same stay the same objects',
    () => {
      fc.assert(
        fc.property(randomWorld, randomAction, (text, act) => {
          const before = buildSnapshot(text, ASSUMPTIONS);
          const after = updateSnapshot(before, editsOf(before, act));
          expectKept(before.topology.nodes, after.topology.nodes);
          expectKept(before.topology.edges, after.topology.edges);
          const kept = new Set(after.documents);
          const now = new Set(after.resources);
          for (const resource of before.resources)
            if (kept.has(resource.document)) expect(now).toContain(resource);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'other assumptions give what a build under them gives, and keep what stays',
    () => {
      fc.assert(
        fc.property(randomWorld, (text) => {
          const before = buildSnapshot(text, ASSUMPTIONS);
          const others = { ...DEFAULT_ASSUMPTIONS, defaultNamespace: 'shop', clusterDomain: '' };
          const after = changeAssumptions(before, others);
          expect(after.topology).toEqual(buildSnapshot(text, others).topology);
          expectKept(before.topology.nodes, after.topology.nodes);
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    '[G15] a reference is found from both ends, whether or not its target is there',
    () => {
      fc.assert(
        fc.property(randomWorld, (text) => {
          const snapshot = buildSnapshot(text, ASSUMPTIONS);
          const ids = [...new Set(snapshot.resources.map(({ id }) => id))];
          for (const reference of ids.flatMap((id) => referencesOf(snapshot, id))) {
            expect(referencesTo(snapshot, reference.target)).toContainEqual(reference);
            const range = rangeOf(snapshot, reference.from, reference.path);
            const written = text.slice(range?.start, range?.end).replaceAll('"', '');
            expect(written).toBe(reference.text);
          }
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'each resource is found at its own place in the text',
    () => {
      fc.assert(
        fc.property(randomWorld, (text) => {
          const snapshot = buildSnapshot(text, ASSUMPTIONS);
          for (const { id } of snapshot.resources) {
            const range = rangeOf(snapshot, id, ['metadata', 'name']);
            expect(range).toBeDefined();
            if (range === undefined) continue;
            const found = findResource(snapshot, id);
            expect(text.slice(range.start, range.end)).toBe(found?.name);
            expect(resourceAt(snapshot, range.start)).toBe(found);
          }
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

interface WithId {
  readonly id: string;
}

function expectKept(before: readonly WithId[], after: readonly WithId[]): void {
  const known = new Map(before.map((item) => [item.id, item]));
  for (const item of after) {
    const former = known.get(item.id);
    if (former !== undefined && former !== item) expect(item).not.toEqual(former);
  }
}
