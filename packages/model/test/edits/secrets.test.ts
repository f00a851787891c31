import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyTextEdits,
  buildSnapshot,
  parseDocument,
  planSecretRemoval,
} from '../../src/index.ts';
import { type PrintableEntry, type PrintableNode, printDocument } from '../support/print-yaml.ts';
import {
  randomCollection,
  randomDocument,
  randomEntry,
  randomFrame,
  randomStream,
} from '../support/random-yaml.ts';
import {
  HAS_REAL_MANIFESTS,
  readRealManifest,
  realManifestPaths,
} from '../support/real-manifests.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

const WORD = 'hunter2';

const randomValueNode: fc.Arbitrary<PrintableNode> = fc.record({
  kind: fc.constant('scalar' as const),
  value: fc.constantFrom(WORD, `${WORD}: x`, `# ${WORD}`, `a\n${WORD}\n`, `- ${WORD}`, ` ${WORD}`),
  style: fc.constantFrom('plain', 'single', 'double', 'literal'),
  anchored: fc.nat(9).map((number) => number === 0),
});

function keyed(entry: PrintableEntry, name: string, value: PrintableNode): PrintableEntry {
  return { ...entry, key: { written: name, name }, value };
}

/** A Secret in any looks, the word in each of its values. */
const randomSecret = fc
  .record({
    outer: randomCollection('mapping', randomEntry(randomValueNode)),
    entries: fc.array(randomEntry(randomValueNode), { minLength: 2, maxLength: 2 }),
    field: fc.constantFrom('data', 'stringData'),
    data: randomCollection('mapping', randomEntry(randomValueNode)),
    frame: randomFrame(),
  })
  .map(({ outer, entries, field, data, frame }) => {
    const kind: PrintableNode = {
      kind: 'scalar',
      value: 'Secret',
      style: 'plain',
      anchored: false,
    };
    const [first, second] = entries;
    const fields = [
      ...(first === undefined ? [] : [keyed(first, 'kind', kind)]),
      ...(second === undefined ? [] : [keyed(second, field, data)]),
    ];
    return { field, ...printDocument({ ...outer, merges: false, entries: fields }, frame) };
  });

describe('values of Secrets', () => {
  test(
    '[S1] a Secret in any looks keeps its keys, and none of its values',
    () => {
      fc.assert(
        fc.property(randomSecret, ({ text, value, field }) => {
          const snapshot = buildSnapshot(text);
          fc.pre(snapshot.documents.length === 1);
          const { edits, cut } = planSecretRemoval(snapshot);
          const after = applyTextEdits(text, edits);
          expect(after).not.toContain(WORD);
          if (cut.length > 0) return;
          const { [field]: data, ...others } = value as Record<string, Record<string, unknown>>;
          const keys = Object.keys(data ?? {});
          const emptied = Object.fromEntries(keys.map((key) => [key, '']));
          const now = parseDocument(after).value;
          expect(now).toEqual({ ...others, [field]: keys.length === 0 ? data : emptied });
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    '[S5] any text has as many documents as before, and nothing left to take out',
    () => {
      const random = fc.oneof(
        randomStream,
        randomDocument.map(({ text }) => text),
      );
      fc.assert(
        fc.property(random, randomSecret, fc.boolean(), (other, { text: secret }, isFirst) => {
          const text = isFirst ? `${secret}\n---\n${other}` : `${other}\n---\n${secret}`;
          const before = buildSnapshot(text);
          const after = buildSnapshot(applyTextEdits(text, planSecretRemoval(before).edits));
          expect(after.documents).toHaveLength(before.documents.length);
          const again = planSecretRemoval(after);
          expect({ secrets: again.secrets, cut: again.cut }).toEqual({ secrets: [], cut: [] });
        }),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});

describe.skipIf(!HAS_REAL_MANIFESTS)(
  'real manifests (skipped where ../shared/manifests is not there)',
  () => {
    test('[S5] what they draw is drawn without the values too', () => {
      let removed = 0;
      for (const name of realManifestPaths()) {
        if (!/\.ya?ml$/.test(name)) continue;
        const text = readRealManifest(name);
        const before = buildSnapshot(text);
        const { edits, secrets, cut } = planSecretRemoval(before);
        removed += secrets.length;
        if (secrets.length === 0 && cut.length === 0) expect(edits, name).toEqual([]);
        const after = buildSnapshot(applyTextEdits(text, edits));
        if (cut.length === 0) expect(after.topology, name).toEqual(before.topology);
        expect(planSecretRemoval(after).secrets, name).toEqual([]);
      }
      expect(removed).toBeGreaterThan(0);
    });
  },
);
