import { num } from './pdf-file.ts';

type Numbers = readonly [number, number, number, number, number, number];

/** How far the control points of a quarter of a circle stand off, for a radius of 1. */
const ROUND = 0.5523;

/** The path of an SVG, with absolute commands only, as operators of a PDF; placed and scaled. */
export function pathOperators(
  d: string,
  place: { readonly x: number; readonly y: number; readonly scale: number },
): string {
  const at = (x: number, y: number) =>
    `${num(place.x + x * place.scale)} ${num(place.y + y * place.scale)}`;
  let [x, y] = [0, 0];
  const operators: string[] = [];
  for (const [, command = '', rest = ''] of d.matchAll(/([MLHVCQZ])([^MLHVCQZ]*)/g)) {
    const values = (rest.match(/-?[\d.]+(?:e[+-]?\d+)?/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = values;
    const [fromX, fromY] = [x, y];
    [x, y] = endOf(command, values, x, y);
    switch (command) {
      case 'M':
        operators.push(`${at(a, b)} m`);
        break;
      case 'C':
        operators.push(`${at(a, b)} ${at(c, e)} ${at(f, g)} c`);
        break;
      case 'Q':
        // The same curve with two control points.
        operators.push(
          `${at(fromX + (2 / 3) * (a - fromX), fromY + (2 / 3) * (b - fromY))} ${at(x + (2 / 3) * (a - x), y + (2 / 3) * (b - y))} ${at(x, y)} c`,
        );
        break;
      case 'Z':
        operators.push('h');
        break;
      default:
        operators.push(`${at(x, y)} l`);
    }
  }
  return operators.join('\n');
}

function endOf(
  command: string,
  values: readonly number[],
  x: number,
  y: number,
): readonly [number, number] {
  const [first = 0] = values;
  if (command === 'H') return [first, y];
  if (command === 'V') return [x, first];
  if (command === 'Z') return [x, y];
  return [values.at(-2) ?? x, values.at(-1) ?? y];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

/** A rectangle, its corners rounded. */
export function boxOperators({ x, y, width, height, radius }: Box): string {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  if (r === 0) return `${[x, y, width, height].map(num).join(' ')} re`;
  const [right, bottom, off] = [x + width, y + height, r * (1 - ROUND)];
  const curve = (...values: Numbers) => `${values.map(num).join(' ')} c`;
  return [
    `${num(x + r)} ${num(y)} m`,
    `${num(right - r)} ${num(y)} l`,
    curve(right - off, y, right, y + off, right, y + r),
    `${num(right)} ${num(bottom - r)} l`,
    curve(right, bottom - off, right - off, bottom, right - r, bottom),
    `${num(x + r)} ${num(bottom)} l`,
    curve(x + off, bottom, x, bottom - off, x, bottom - r),
    `${num(x)} ${num(y + r)} l`,
    curve(x, y + off, x + off, y, x + r, y),
    'h',
  ].join('\n');
}

/** A circle. */
export function circleOperators(x: number, y: number, radius: number): string {
  return boxOperators({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
    radius,
  });
}
