import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAssistant } from '../../src/assist/assistant.ts';
import { buildSnapshot, documentAt, loadFieldDictionary } from '../../src/index.ts';
import { applySuggestion } from '../support/assist-at.ts';
import { mutateText, randomMutations } from '../support/mutate-text.ts';
import { readSamples } from '../support/read-samples.ts';
import { readRealManifest, realManifestPaths } from '../support/real-manifests.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

const assistant = createAssistant(await loadFieldDictionary());
const PATHS = realManifestPaths();
const SAMPLES = readSamples().map(({ text }) => text);

const anyText = fc.oneof(
  fc.constantFrom(...SAMPLES),
  ...(PATHS.length > 0 ? [fc.constantFrom(...PATHS).map(readRealManifest)] : []),
);

function statusAt(text: string, offset: number): string {
  return documentAt(buildSnapshot(text), offset)?.document.status ?? 'empty';
}

test('[I16] at any place of any text, also a broken one, nothing throws and ranges are within the line', {
  timeout: TIMEOUT,
}, () => {
  fc.assert(
    fc.property(anyText, randomMutations, fc.nat(), (original, mutations, place) => {
      const text = mutateText(original, mutations);
      const offset = place % (text.length + 1);
      const snapshot = buildSnapshot(text);
      assistant.hover(snapshot, offset);
      assistant.references(snapshot, offset);
      assistant.renaming(snapshot, offset)?.commands('other');
      for (const { start, end } of assistant.definitions(snapshot, offset))
        expect(text.slice(start, end)).not.toBe('');
      for (const { range } of assistant.suggest(snapshot, offset)) {
        expect(range.start).toBeLessThanOrEqual(offset);
        expect(range.end).toBeGreaterThanOrEqual(offset);
        expect(text.slice(range.start, range.end)).not.toMatch(/[\r\n]/);
      }
    }),
    { numRuns: RUNS },
  );
});

test('[I17] a key that is taken leaves a document that parses where it parsed before', {
  timeout: TIMEOUT,
}, () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, place, choice) => {
      const offset = place % (text.length + 1);
      fc.pre(statusAt(text, offset) === 'parsed');
      const keys = assistant
        .suggest(buildSnapshot(text), offset)
        .filter(({ kind }) => kind === 'field');
      const key = keys[choice % Math.max(keys.length, 1)];
      if (key === undefined) return;
      const after = applySuggestion(text, key);
      expect([after, statusAt(after, key.range.start)]).toEqual([after, 'parsed']);
    }),
    { numRuns: RUNS },
  );
});
