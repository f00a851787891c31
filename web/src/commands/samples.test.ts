import { expect, test } from 'vitest';
import { SAMPLES } from './samples.ts';

const FILES = Object.keys(import.meta.glob('../../../public/samples/*.yaml')).map((path) =>
  path.slice(path.lastIndexOf('/') + 1),
);

test('every sample of the folder is in the list, and every one of the list in the folder', () => {
  expect(SAMPLES.map(({ file }) => file).sort()).toEqual(FILES.sort());
});

test('a sample has a title of its own and one sentence that says what it shows', () => {
  expect(new Set(SAMPLES.map(({ title }) => title)).size).toBe(SAMPLES.length);
  for (const { description } of SAMPLES) expect(description).toMatch(/^[A-Z].*\.$/);
});
