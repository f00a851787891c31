import { expect, test } from 'vitest';
import { createLineIndex, lineStart, nextLineStart } from './line-index.ts';
import { mapOffset } from './map-offset.ts';
import { applyTextEdits, invertTextEdits, type TextEdit } from './text-edit.ts';

const EDITS: readonly TextEdit[] = [
  { range: { start: 0, end: 1 }, newText: 'AA' },
  { range: { start: 2, end: 2 }, newText: '-' },
  { range: { start: 3, end: 5 }, newText: '' },
];

test('[T1] edits speak of the text before them, and leave the rest as it is', () => {
  expect(applyTextEdits('abcdef', EDITS)).toBe('AAb-cf');
  expect(applyTextEdits('abc', [])).toBe('abc');
});

test('[T2] inverted edits give back the exact text', () => {
  const inverse = invertTextEdits('abcdef', EDITS);
  expect(applyTextEdits('AAb-cf', inverse)).toBe('abcdef');
  expect(inverse[1]).toEqual({ range: { start: 3, end: 4 }, newText: '' });
});

test('[T3] an offset follows its text, and what is replaced goes to an end of the new text', () => {
  expect([1, 3, 5, 6].map((offset) => mapOffset(offset, EDITS))).toEqual([2, 5, 5, 6]);
  expect(mapOffset(2, EDITS, 'before')).toBe(3);
  expect(mapOffset(2, EDITS, 'after')).toBe(4);
  expect(mapOffset(4, EDITS)).toBe(5);
  expect(mapOffset(0, EDITS, 'before')).toBe(0);
});

test('[T4] lines end at LF, CRLF and a lone CR, and columns count UTF-16 units', () => {
  const text = 'a\r\n😀b\rc\n';
  const index = createLineIndex(text);
  expect(index.lineCount).toBe(4);
  expect(index.positionAt(0)).toEqual({ line: 1, column: 1 });
  expect(index.positionAt(5)).toEqual({ line: 2, column: 3 });
  expect(index.positionAt(7)).toEqual({ line: 3, column: 1 });
  expect(index.positionAt(text.length)).toEqual({ line: 4, column: 1 });
});

test('[T4] offsets and positions are each other’s inverse, and outside ones count as the nearest inside', () => {
  const text = 'ab\r\n\ncd';
  const index = createLineIndex(text);
  for (const offset of [0, 1, 2, 4, 5, 6, 7]) {
    expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
  }
  expect(index.positionAt(-5)).toEqual({ line: 1, column: 1 });
  expect(index.offsetAt({ line: 1, column: 99 })).toBe(2);
  expect(index.offsetAt({ line: 99, column: 1 })).toBe(text.length);
  expect(index.offsetAt({ line: 0, column: 1 })).toBe(0);
});

test('[T4] line starts are found from anywhere in the line', () => {
  const text = 'ab\r\ncd\re';
  expect([0, 2, 3, 4, 6, 7].map((offset) => lineStart(text, offset))).toEqual([0, 0, 0, 4, 4, 7]);
  expect([0, 2, 4, 7, 8].map((offset) => nextLineStart(text, offset))).toEqual([4, 4, 7, 8, 8]);
});
