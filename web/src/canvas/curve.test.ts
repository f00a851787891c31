import { describe, expect, test } from 'vitest';
import { curveBetween, gripPoints } from './curve.ts';

/** Half of a grip on screen, and how far round a handle new lines can be started. */
const [GRIP, HANDLE] = [12, 14];

describe('grips of a line', () => {
  test('stand beside the handles, at every zoom', () => {
    for (const zoom of [0.5, 1, 2]) {
      const { start, end } = gripPoints(curveBetween(0, 0, 400, 0), zoom);
      expect(start.x).toBeCloseTo(HANDLE + GRIP / zoom, 0);
      expect(end.x).toBeCloseTo(400 - HANDLE - GRIP / zoom, 0);
      expect([start.y, end.y]).toEqual([0, 0]);
    }
  });

  test('touch each other on a short line, and keep their order on a very short one', () => {
    const short = gripPoints(curveBetween(0, 0, 95, 0), 0.64);
    expect((short.end.x - short.start.x) * 0.64).toBeCloseTo(2 * GRIP, 0);
    const tiny = gripPoints(curveBetween(0, 0, 20, 0), 0.4);
    expect(tiny.start.x).toBeLessThan(tiny.end.x);
  });

  test('are on the line where it bends', () => {
    const { start, end } = gripPoints(curveBetween(0, 0, 200, 300), 1);
    expect(start.x).toBeGreaterThan(0);
    expect(start.y).toBeLessThan(30);
    expect(end.x).toBeLessThan(200);
    expect(end.y).toBeGreaterThan(270);
  });
});
