import { expect, test } from 'vitest';
import { compareTexts } from './compare-texts.ts';

test('the lines that come and go, with a few around them', () => {
  const before = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
  const after = before.replace('line 5', 'line five').replace('\nline 30', '');
  const comparison = compareTexts(before, after);
  expect(comparison).toMatchObject({ added: 1, removed: 2 });
  expect(comparison?.lines.slice(0, 5)).toEqual([
    { kind: 'same', text: 'line 2' },
    { kind: 'same', text: 'line 3' },
    { kind: 'same', text: 'line 4' },
    { kind: 'removed', text: 'line 5' },
    { kind: 'added', text: 'line five' },
  ]);
  expect(comparison?.lines.filter(({ kind }) => kind === 'gap')).toHaveLength(1);
});

test('equal texts have nothing to show, and a last line without its end is no line of its own', () => {
  expect(compareTexts('a: 1\n', 'a: 1\n')?.lines).toEqual([]);
  const noEnd = compareTexts('a: 1\n', 'a: 1')?.lines;
  expect(noEnd?.every(({ text }) => !text.includes('No newline'))).toBe(true);
});
