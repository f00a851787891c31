import { expect, test } from 'vitest';
import { LONGEST_LINK, measureLink } from './measure-link.ts';

test.each([
  [900, 'fine', /^900 characters: fine everywhere/],
  [2_000, 'fine', /^2,000 characters/],
  [2_001, 'long', /some chat and mail programs cut it/],
  [LONGEST_LINK, 'long', /some chat and mail programs cut it/],
  [LONGEST_LINK + 1, 'too-long', /too long for a link. Take the file/],
])('a link of %i characters is %s', (length, grade, words) => {
  const measure = measureLink(length);
  expect(measure.grade).toBe(grade);
  expect(measure.words).toMatch(words);
  expect(measure.share).toBeGreaterThan(0);
  expect(measure.share).toBeLessThanOrEqual(1);
});
