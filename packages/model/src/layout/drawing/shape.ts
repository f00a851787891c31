import type { PictureColors } from './picture-colors.ts';

/** What a picture is made of, from back to front. Coordinates are those of the scene. */
export type Shape = BoxShape | PathShape | DotShape | TextShape | GroupShape;

/** A colour by what it is for; a theme says which one it is. */
export type Paint = keyof PictureColors;

/** A line around a shape. */
export interface Stroke {
  readonly paint: Paint;
  readonly width: number;
  /** Lengths of dashes and gaps; empty for a whole line. */
  readonly dashes: readonly number[];
}

/** A rectangle, its corners rounded. */
export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly fill: Paint | null;
  readonly stroke: Stroke | null;
  /** 0 to 1. */
  readonly opacity: number;
}

/** A line of straight pieces and curves. */
export interface PathShape {
  readonly kind: 'path';
  /** As in SVG, with the commands M, L, H, V, C, Q and Z in absolute numbers only. */
  readonly d: string;
  /** Where its own origin is, and how much larger it is drawn than written. */
  readonly place: { readonly x: number; readonly y: number; readonly scale: number };
  readonly stroke: Stroke;
}

/** A circle. */
export interface DotShape {
  readonly kind: 'dot';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly fill: Paint;
  readonly stroke: Stroke | null;
}

/** One line of text. */
export interface TextShape {
  readonly kind: 'text';
  /** Of what `anchor` says. */
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly runs: readonly TextRun[];
  /** The whole text where it is cut; null where it is not. */
  readonly whole: string | null;
}

/** A piece of a line of text in one look. */
export interface TextRun {
  readonly text: string;
  /** The font of what stands in the YAML, or the one of words. */
  readonly code: boolean;
  readonly weight: 400 | 500 | 600;
  readonly paint: Paint;
}

/** Shapes that belong together. */
export interface GroupShape {
  readonly kind: 'group';
  /** What they mean, in a sentence; null where they say so themselves. */
  readonly meaning: string | null;
  /** 0 to 1. */
  readonly opacity: number;
  readonly shapes: readonly Shape[];
}

/** A line of this colour. */
export function stroke(paint: Paint, width = 1, dashes: readonly number[] = []): Stroke {
  return { paint, width, dashes };
}

/** A path where it was written, at its own size. */
export function path(d: string, line: Stroke): PathShape {
  return { kind: 'path', d, place: { x: 0, y: 0, scale: 1 }, stroke: line };
}

/** A filled rectangle without a border. */
export function box(
  area: Pick<BoxShape, 'x' | 'y' | 'width' | 'height'>,
  fill: Paint,
  radius = 0,
): BoxShape {
  const { x, y, width, height } = area;
  return { kind: 'box', x, y, width, height, radius, fill, stroke: null, opacity: 1 };
}
