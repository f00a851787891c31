import { describe, expect, test } from 'vitest';
import {
  curveBetween,
  curvePath,
  distanceToCurve,
  gripPoints,
  mayRunThrough,
  middleOfCurve,
} from './curve.ts';

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

describe('a long line', () => {
  test('turns beside the end where nothing stands in its way', () => {
    const atEnd = curveBetween(0, 0, 1000, 400, 'end');
    expect(distanceToCurve(atEnd, 500, 0)).toBe(0);
    expect(distanceToCurve(atEnd, 966, 200)).toBe(0);
    const atStart = curveBetween(0, 0, 1000, 400, 'start');
    expect(distanceToCurve(atStart, 34, 200)).toBe(0);
    expect(distanceToCurve(atStart, 500, 400)).toBe(0);
    expect(curvePath(atEnd)).not.toContain('C');
  });

  test('turns to the next column too where it is so steep that many would lie on each other', () => {
    const steep = curveBetween(0, 0, 68, 500, 'end');
    expect(distanceToCurve(steep, 34, 250)).toBe(0);
    expect(curvePath(curveBetween(0, 0, 68, 500, 'start'))).toContain('C');
  });

  test('has its middle and its grips on it', () => {
    const line = curveBetween(0, 0, 1000, 400, 'end');
    // Of 1,400 px the first 966 run along the start.
    expect(middleOfCurve(line)).toEqual({ x: 700, y: 0 });
    expect(gripPoints(line, 1).start).toEqual({ x: HANDLE + GRIP, y: 0 });
    expect(gripPoints(line, 1).end).toEqual({ x: 1000 - HANDLE - GRIP, y: 400 });
  });

  test('is looked for only where it runs', () => {
    const line = curveBetween(0, 0, 1000, 400, 'end');
    const around = (x: number, y: number) => ({ x: x - 10, y: y - 10, width: 20, height: 20 });
    for (const [x, y] of [
      [500, 0],
      [966, 200],
      [990, 400],
    ] as const) {
      expect(mayRunThrough(line, around(x, y))).toBe(true);
    }
    expect(mayRunThrough(line, around(500, 200))).toBe(false);
    expect(mayRunThrough(curveBetween(0, 0, 1000, 400), around(500, 200))).toBe(true);
  });

  test('is a curve to the next column, backwards, and where no end is said', () => {
    for (const curve of [
      curveBetween(0, 0, 68, 400, 'end'),
      curveBetween(1000, 0, 0, 400, 'end'),
      curveBetween(0, 0, 1000, 400),
    ]) {
      expect(curvePath(curve)).toContain('C');
    }
  });
});
