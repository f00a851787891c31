import { describe, expect, test } from 'vitest';
import {
  HAS_REAL_MANIFESTS,
  readRealManifest,
  realManifestPaths,
} from '../support/real-manifests.ts';
import { RUNS } from '../support/runs.ts';
import { judgeFixes } from './judge-fixes.ts';

const IS_DEEP = RUNS >= 10_000;
const SAMPLE_STEP = IS_DEEP ? 1 : 12;
const MOST_SIGNS = IS_DEEP ? 500_000 : 60_000;
const MOST_OF_A_CODE = IS_DEEP ? 20 : 2;

describe.skipIf(!HAS_REAL_MANIFESTS)(
  'real manifests (skipped where ../shared/manifests is not there)',
  () => {
    const texts = realManifestPaths()
      .map((path) => [path, readRealManifest(path)] as const)
      .filter(([, text], index) => text.length < MOST_SIGNS && index % SAMPLE_STEP === 0);

    test('[A9] every fix of every finding is refused with a reason, or mends it and breaks nothing', () => {
      const violations: string[] = [];
      for (const [path, text] of texts)
        for (const what of judgeFixes(text, { most: MOST_OF_A_CODE }))
          violations.push(`${path}: ${what}`);
      expect(violations.slice(0, 40)).toEqual([]);
    }, 3_600_000);
  },
);
