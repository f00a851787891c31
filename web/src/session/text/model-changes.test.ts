import { applyTextEdits } from '@portolan/model';
import { expect, test } from 'vitest';
import { toEditGroups } from './model-changes.ts';

test('changes from the last to the first are one list of edits in text order', () => {
  const groups = toEditGroups(
    [
      { rangeOffset: 4, rangeLength: 1, text: 'E' },
      { rangeOffset: 0, rangeLength: 1, text: 'A' },
    ],
    0,
  );
  expect(groups).toHaveLength(1);
  expect(applyTextEdits('abcde', groups[0] ?? [])).toBe('AbcdE');
});

test('changes that are not in that order are applied one after the other', () => {
  const groups = toEditGroups(
    [
      { rangeOffset: 0, rangeLength: 0, text: '1' },
      { rangeOffset: 3, rangeLength: 1, text: '' },
    ],
    0,
  );
  expect(groups).toHaveLength(2);
  expect(groups.reduce(applyTextEdits, 'abcd')).toBe('1abd');
});

test('offsets are shifted by what the editor does not hold', () => {
  const [[edit] = []] = toEditGroups([{ rangeOffset: 2, rangeLength: 1, text: 'x' }], 1);
  expect(edit?.range).toEqual({ start: 3, end: 4 });
});
