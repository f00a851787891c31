import { expect, test } from 'vitest';
import { DEFAULT_HABITS, readHabits } from './habits.ts';

test('habits that were kept come back as they were', () => {
  const habits = { wheelPans: true, followsCursor: false, keepsWritten: true };
  expect(readHabits(JSON.stringify(habits))).toEqual(habits);
});

test.each([null, '', 'null', '3', '"x"', '[true]', '{"wheelPans":"yes","other":true}', '{"a'])(
  '%s: as they are at first',
  (stored) => {
    expect(readHabits(stored)).toEqual(DEFAULT_HABITS);
  },
);
