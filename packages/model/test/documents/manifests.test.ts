import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDocuments, treeOf } from '../../src/index.ts';

const MANIFESTS = new URL('../../../../../shared/manifests/', import.meta.url);
const isThere = existsSync(MANIFESTS);

describe.skipIf(!isThere)('real manifests (skipped where ../shared is not there)', () => {
  const files = isThere ? readdirSync(MANIFESTS, { recursive: true, encoding: 'utf8' }) : [];
  const manifests = files.filter((name) => /\.(?:ya?ml|json)$/.test(name) && name.includes('/'));

  test('[D1] every file is taken apart and put together byte by byte, and has trees', {
    timeout: 60_000,
  }, () => {
    expect(manifests.length).toBeGreaterThan(300);
    const statuses = { parsed: 0, empty: 0, template: 0, broken: 0 };
    for (const name of manifests) {
      const text = readFileSync(new URL(encodeURI(name), MANIFESTS), 'utf8');
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
});
