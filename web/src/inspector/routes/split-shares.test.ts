import { describe, expect, test } from 'vitest';
import { moveBorder, withShare } from './split-shares.ts';

describe('moveBorder', () => {
  test.each([
    [[90, 10], 0, -20, [70, 30]],
    [[90, 10], 0, 50, [100, 0]],
    [[20, 30, 50], 1, 10, [20, 40, 40]],
    [[20, 30, 50], 0, -100, [0, 50, 50]],
    [[50, 50], 0, 0.4, [50, 50]],
  ])('%j, border %i by %d', (weights, border, by, expected) => {
    expect(moveBorder(weights, border, by)).toEqual(expected);
  });
});

describe('withShare', () => {
  test.each([
    [[90, 10], 1, 25, [75, 25]],
    [[50, 30, 20], 0, 0, [0, 60, 40]],
    [[100, 0, 0], 0, 50, [50, 25, 25]],
    [[90, 10], 1, 10, null],
    [[90, 10], 1, 101, null],
    [[90, 10], 1, Number.NaN, null],
  ])('%j: part %i becomes %d', (percents, at, share, expected) => {
    expect(withShare(percents, at, share)).toEqual(expected);
  });
});
