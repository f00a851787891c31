import { boundsOf, type Rect } from './rect.ts';

/** One line of an edge: a cubic curve that leaves to the right and arrives from the left. */
export interface Curve {
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
  /** How far the control points stand off, horizontally. */
  readonly reach: number;
}

interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

const SAMPLES = 24;
const LEAST_REACH = 36;
const LOOP_REACH = 120;

/** The curve between two handles; one that has to run back makes a loop that can be seen. */
export function curveBetween(startX: number, startY: number, endX: number, endY: number): Curve {
  const across = endX - startX;
  const reach =
    across >= 0
      ? Math.max(LEAST_REACH, across / 2)
      : Math.min(LOOP_REACH, LEAST_REACH + -across / 2);
  return { startX, startY, endX, endY, reach };
}

/** The curve as the `d` of an SVG path. */
export function curvePath(curve: Curve): string {
  const { startX, startY, endX, endY, reach } = curve;
  return `M${startX} ${startY}C${startX + reach} ${startY} ${endX - reach} ${endY} ${endX} ${endY}`;
}

/** The point at `t` (0: start, 1: end). */
export function pointOnCurve(curve: Curve, t: number): CurvePoint {
  const rest = 1 - t;
  const a = rest * rest * rest;
  const b = 3 * rest * rest * t;
  const c = 3 * rest * t * t;
  const d = t * t * t;
  return {
    x: (a + b) * curve.startX + b * curve.reach + (c + d) * curve.endX - c * curve.reach,
    y: (a + b) * curve.startY + (c + d) * curve.endY,
  };
}

/** Half of what a grip takes on screen. */
const GRIP_REACH = 12;
/** How far round a handle's middle new lines can be started, in the scene. */
const HANDLE_REACH = 14;

/**
 * Where the grips stand at which the ends of a line are taken hold of: on the line, beside the
 * handles, and on a short line as far apart as can be.
 */
export function gripPoints(
  curve: Curve,
  zoom: number,
): { readonly start: CurvePoint; readonly end: CurvePoint } {
  const length = curveLength(curve);
  const beside = HANDLE_REACH + GRIP_REACH / zoom;
  const distance = Math.min(beside, Math.max(length / 2 - GRIP_REACH / zoom, length / 6));
  return {
    start: pointAtDistance(curve, distance),
    end: pointAtDistance(curve, length - distance),
  };
}

function curveLength(curve: Curve): number {
  let length = 0;
  for (let step = 1; step <= SAMPLES; step++) length += stepLength(curve, step);
  return length;
}

function stepLength(curve: Curve, step: number): number {
  const from = pointOnCurve(curve, (step - 1) / SAMPLES);
  const to = pointOnCurve(curve, step / SAMPLES);
  return Math.hypot(to.x - from.x, to.y - from.y);
}

function pointAtDistance(curve: Curve, distance: number): CurvePoint {
  let passed = 0;
  for (let step = 1; step <= SAMPLES; step++) {
    const length = stepLength(curve, step);
    if (passed + length >= distance) {
      const rest = length === 0 ? 0 : (distance - passed) / length;
      return pointOnCurve(curve, (step - 1 + rest) / SAMPLES);
    }
    passed += length;
  }
  return pointOnCurve(curve, 1);
}

/** An area that holds the whole curve. */
export function curveBounds(curve: Curve): Rect {
  const { startX, startY, endX, endY, reach } = curve;
  const left = Math.min(startX, endX - reach);
  const right = Math.max(endX, startX + reach);
  const top = Math.min(startY, endY);
  return { x: left, y: top, width: right - left, height: Math.abs(endY - startY) };
}

/** How far a point is from the curve, within a fraction of a pixel for curves of usual size. */
export function distanceToCurve(curve: Curve, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let from = pointOnCurve(curve, 0);
  for (let step = 1; step <= SAMPLES; step++) {
    const to = pointOnCurve(curve, step / SAMPLES);
    nearest = Math.min(nearest, distanceToSegment(from, to, x, y));
    from = to;
  }
  return nearest;
}

/** An area that holds all curves. */
export function curvesBounds(curves: readonly Curve[]): Rect {
  return boundsOf(curves.map(curveBounds)) ?? { x: 0, y: 0, width: 0, height: 0 };
}

function distanceToSegment(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  x: number,
  y: number,
): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
