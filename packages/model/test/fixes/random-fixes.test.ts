import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomWorld } from '../random-world.ts';
import { oddManifest } from '../support/odd-manifest.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';
import { judgeFixes } from './judge-fixes.ts';

const oddText = fc
  .array(oddManifest, { minLength: 1, maxLength: 4 })
  .map((manifests) => manifests.map((one) => JSON.stringify(one, null, 1)).join('\n---\n'));

describe('[A9] no fix throws, and each can be undone', () => {
  test.each([
    ['in random worlds', randomWorld],
    ['of manifests with odd values in every field', oddText],
  ] as const)(
    '%s',
    (_, texts) => {
      fc.assert(
        fc.property(texts, (text) => {
          expect([...judgeFixes(text, { most: 3, isOdd: true })]).toEqual([]);
        }),
        { numRuns: Math.ceil(RUNS / 3) },
      );
    },
    TIMEOUT,
  );
});
