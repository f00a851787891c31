import { describe, expect, test } from 'vitest';
import { plainText, shortDescription } from './short-description.ts';

describe('a short description', () => {
  test.each([
    ['', ''],
    ['One sentence', 'One sentence'],
    ['The first. The second.', 'The first.'],
    ['Such as example.com or 1.5 s. More', 'Such as example.com or 1.5 s.'],
    ['See [the docs](https://istio.io/x). More', 'See the docs.'],
    ['On\ntwo lines.\n\nAnother part.', 'On two lines.'],
    ['Default is `5s`. `0` is none.', 'Default is `5s`.'],
  ])('of %j is %j', (whole, short) => {
    expect(shortDescription(whole)).toBe(short);
  });

  test('is cut at a word where the sentence is long', () => {
    const short = shortDescription(`${'word '.repeat(40)}end`);
    expect(short).toMatch(/^(?:word )+…$/);
    expect(short.length).toBeLessThanOrEqual(112);
  });
});

test('plain text keeps paragraphs, lists and code, and no other marks', () => {
  expect(plainText('# Title\n**Bold** and `code`:\n\n- one\n- [two](x)')).toBe(
    'Title\nBold and `code`:\n\n- one\n- two',
  );
});
