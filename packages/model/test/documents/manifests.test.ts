import { describe, expect, test } from 'vitest';
import { buildDocuments, treeOf } from '../../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  readRealManifest,
  realManifestPaths,
} from '../support/real-manifests.ts';

describe.skipIf(!HAS_REAL_MANIFESTS)(
  'real manifests (skipped where ../shared is not there)',
  () => {
    const manifests = realManifestPaths();

    test('[D1] every file is taken apart and put together byte by byte, and has trees', {
      timeout: 60_000,
    }, () => {
      expect(manifests.length).toBeGreaterThan(300);
      const statuses = { parsed: 0, empty: 0, template: 0, broken: 0 };
      for (const name of manifests) {
        const text = readRealManifest(name);
        const { documents, starts } = buildDocuments(text);
        expect(documents.map((document) => document.text).join('')).toBe(text);
        expect(starts[documents.length]).toBe(text.length);
        for (const document of documents) {
          statuses[document.status]++;
          expect(treeOf(document).root !== null).toBe(document.status === 'parsed');
        }
      }
      expect(statuses.parsed).toBeGreaterThan(1000);
      expect(statuses.broken).toBeLessThan(20);
    });
  },
);
