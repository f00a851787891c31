import { expect, test } from 'vitest';
import { pixelSize, whyTooLarge } from './picture-size.ts';

const AREA = { x: -5, y: 7, width: 800.2, height: 300 };

test('a PNG has as many pixels as the map times the size that was asked for, rounded up', () => {
  expect(pixelSize(AREA, 1)).toEqual({ width: 801, height: 300 });
  expect(pixelSize(AREA, 3)).toEqual({ width: 2401, height: 900 });
});

test('what browsers can make is made, up to the last pixel', () => {
  expect(whyTooLarge({ width: 16_000, height: 4_000 })).toBeNull();
  expect(whyTooLarge({ width: 8_000, height: 8_000 })).toBeNull();
});

test.each([
  { width: 16_001, height: 10 },
  { width: 10, height: 16_001 },
  { width: 8_001, height: 8_000 },
])('$width × $height is refused in words, with what to do', (size) => {
  expect(whyTooLarge(size)).toMatch(/pixels is more than browsers can make.* Take a smaller size/);
});
