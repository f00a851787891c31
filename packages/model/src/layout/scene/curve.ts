import { boundsOf, intersects, type Rect, rectBetween } from './rect.ts';

/**
 * One line of an edge: it leaves to the right and arrives from the left, in a curve, or, where it
 * has a `bend`, straight on, up or down there, and straight on again.
 */
export interface Curve {
  readonly startX: number;
  readonly startY: number;
  readonly endX: number;
  readonly endY: number;
  /** How far the control points stand off, horizontally. */
  readonly reach: number;
  /** Where it runs up or down; null for a curve. */
  readonly bend: number | null;
}

interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** Beside which of its ends a long line turns, so that it passes behind no node between. */
export type Turn = 'start' | 'end';

const SAMPLES = 24;
const LEAST_REACH = 36;
const LOOP_REACH = 120;
/** Lines that go further to the right than to the next column turn, and so do very steep ones. */
const LONG = 160;
const STEEP = 480;
/** So far from the end, in the middle between two columns. */
const TURN_DISTANCE = 34;
const CORNER = 14;

/** The curve between two handles; one that has to run back makes a loop that can be seen. */
export function curveBetween(
  startX: number,
  startY: number,
  endX: number,
  endY: number,
  turn: Turn | null = null,
): Curve {
  const across = endX - startX;
  const reach =
    across >= 0
      ? Math.max(LEAST_REACH, across / 2)
      : Math.min(LOOP_REACH, LEAST_REACH + -across / 2);
  const isSteep = turn === 'end' && across >= 2 * TURN_DISTANCE && Math.abs(endY - startY) > STEEP;
  const bends = turn !== null && startY !== endY && (across > LONG || isSteep);
  const bend = turn === 'start' ? startX + TURN_DISTANCE : endX - TURN_DISTANCE;
  return { startX, startY, endX, endY, reach, bend: bends ? bend : null };
}

/** The curve as the `d` of an SVG path. */
export function curvePath({ startX, startY, endX, endY, reach, bend }: Curve): string {
  const start = `M${startX} ${startY}`;
  if (bend === null) {
    return `${start}C${startX + reach} ${startY} ${endX - reach} ${endY} ${endX} ${endY}`;
  }
  const corner = Math.min(CORNER, Math.abs(endY - startY) / 2);
  const down = Math.sign(endY - startY) * corner;
  return `${start}H${bend - corner}Q${bend} ${startY} ${bend} ${startY + down}V${endY - down}Q${bend} ${endY} ${bend + corner} ${endY}H${endX}`;
}

/** Points along the line, near enough to each other that it is straight between them. */
function pointsOf(curve: Curve): readonly CurvePoint[] {
  const { startX, startY, endX, endY, bend } = curve;
  if (bend === null) {
    return Array.from({ length: SAMPLES + 1 }, (_, step) => pointOnCurve(curve, step / SAMPLES));
  }
  return [
    { x: startX, y: startY },
    { x: bend, y: startY },
    { x: bend, y: endY },
    { x: endX, y: endY },
  ];
}

/** The point at `t` (0: start, 1: end) of a line without a bend. */
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

/** The middle of the line, on it. */
export function middleOfCurve(curve: Curve): CurvePoint {
  const points = pointsOf(curve);
  return pointAtDistance(points, lengthOf(points) / 2);
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
  const points = pointsOf(curve);
  const length = lengthOf(points);
  const beside = HANDLE_REACH + GRIP_REACH / zoom;
  const distance = Math.min(beside, Math.max(length / 2 - GRIP_REACH / zoom, length / 6));
  return {
    start: pointAtDistance(points, distance),
    end: pointAtDistance(points, length - distance),
  };
}

function lengthOf(points: readonly CurvePoint[]): number {
  return stepsOf(points).reduce((length, [from, to]) => length + distance(from, to), 0);
}

type Step = readonly [from: CurvePoint, to: CurvePoint];

function stepsOf(points: readonly CurvePoint[]): readonly Step[] {
  return points.slice(1).map((to, index) => [points[index] ?? to, to]);
}

function distance(from: CurvePoint, to: CurvePoint): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

function pointAtDistance(points: readonly CurvePoint[], wanted: number): CurvePoint {
  let passed = 0;
  let last: CurvePoint = { x: 0, y: 0 };
  for (const [from, to] of stepsOf(points)) {
    const length = distance(from, to);
    if (passed + length >= wanted) {
      const part = length === 0 ? 0 : (wanted - passed) / length;
      return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
    }
    passed += length;
    last = to;
  }
  return last;
}

/** An area that holds the whole curve. */
export function curveBounds(curve: Curve): Rect {
  const { startX, startY, endX, endY, reach } = curve;
  const left = Math.min(startX, endX - reach);
  const right = Math.max(endX, startX + reach);
  const top = Math.min(startY, endY);
  return { x: left, y: top, width: right - left, height: Math.abs(endY - startY) };
}

/** Whether the line may run through an area: exact where it bends, by its bounds where it curves. */
export function mayRunThrough(curve: Curve, area: Rect): boolean {
  if (curve.bend === null) return intersects(curveBounds(curve), area);
  return stepsOf(pointsOf(curve)).some(([from, to]) =>
    intersects(rectBetween(from.x, from.y, to.x, to.y), area),
  );
}

/** How far a point is from the curve, within a fraction of a pixel for curves of usual size. */
export function distanceToCurve(curve: Curve, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const [from, to] of stepsOf(pointsOf(curve))) {
    nearest = Math.min(nearest, distanceToSegment(from, to, x, y));
  }
  return nearest;
}

/** An area that holds all curves. */
export function curvesBounds(curves: readonly Curve[]): Rect {
  return boundsOf(curves.map(curveBounds)) ?? { x: 0, y: 0, width: 0, height: 0 };
}

function distanceToSegment(from: CurvePoint, to: CurvePoint, x: number, y: number): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
