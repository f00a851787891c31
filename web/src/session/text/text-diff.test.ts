import { applyTextEdits } from '@portolan/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffText } from './text-diff.ts';

const RUNS = Number(process.env.PORTOLAN_RUNS ?? 300);

test('equal texts differ by no edit', () => {
  expect(diffText('same', 'same')).toEqual([]);
});

test('the edit is only what differs', () => {
  const edit = { range: { start: 2, end: 3 }, newText: 'XY' };
  expect(diffText('abcde', 'abXYde')).toEqual([edit]);
});

test('the edit always leads from one text to the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyTextEdits(before, diffText(before, after))).toBe(after);
    }),
    { numRuns: RUNS },
  );
});
