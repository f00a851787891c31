import { DEFAULT_ASSUMPTIONS, finish, updateSnapshot } from '@portolan/model';
import { expect, test } from 'vitest';
import { readLastGoodTexts, restoreSnapshot } from './restore-snapshot.ts';

const GOOD = `apiVersion: v1
kind: Service
metadata:
  name: cart
---
apiVersion: v1
kind: Service
metadata:
  name: orders
`;

test('[P4] a document that was broken when it was stored shows its last good state again', () => {
  const start = GOOD.indexOf('cart');
  const breaking = [{ range: { start, end: start + 4 }, newText: '[cart' }];
  const broken = updateSnapshot(finish(restoreSnapshot(GOOD, DEFAULT_ASSUMPTIONS, [])), breaking);
  const text = GOOD.replace('cart', '[cart');
  const lastGood = readLastGoodTexts(broken);
  expect(lastGood).toHaveLength(1);

  const restored = finish(restoreSnapshot(text, DEFAULT_ASSUMPTIONS, lastGood));
  expect(restored.documents.map((document) => document.text).join('')).toBe(text);
  expect(restored.resources.map(({ name, stale }) => [name, stale])).toEqual([
    ['cart', true],
    ['orders', false],
  ]);
});

test('last good texts that fit nothing any more are left aside', () => {
  const lastGood = [
    { document: 0, text: 'kind: A' },
    { document: 9, text: 'kind: B' },
  ];
  const restored = finish(restoreSnapshot(GOOD, DEFAULT_ASSUMPTIONS, lastGood));
  expect(restored.documents.map((document) => document.text).join('')).toBe(GOOD);
  expect(restored.resources.every((resource) => !resource.stale)).toBe(true);
});
