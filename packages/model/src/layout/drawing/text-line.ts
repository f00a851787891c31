import { fitRuns, runsWidth } from './fit-runs.ts';
import { ICONS, type IconName } from './icons.ts';
import { printableText } from './printable-text.ts';
import { type Paint, type Shape, stroke, type TextRun, type TextShape } from './shape.ts';

/** Something on a line of a row. */
export type LineItem = TextItem | ChipItem | IconItem;

interface TextItem {
  readonly kind: 'text';
  readonly runs: readonly TextRun[];
}

/** A small label on a line. */
export interface ChipItem {
  readonly kind: 'chip';
  readonly runs: readonly TextRun[];
  readonly ground: Paint;
  /** null: no border. */
  readonly border: Paint | null;
}

interface IconItem {
  readonly kind: 'icon';
  readonly icon: IconName;
  readonly size: number;
  readonly paint: Paint;
  /** Between it and what follows. */
  readonly gap: number;
}

/** One line of a row, as high as a line of text. */
export interface LineSpace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

const GAP = 8;
const TEXT_SIZE = 12;
const CHIP_SIZE = 11;
const CHIP_HEIGHT = 18;
const CHIP_PADDING = 9;
/** From the top of a line to what its letters stand on; also in a chip, which is as high. */
const BASELINE = 13.2;

/**
 * Draws items from left to right, and `ends` at the right end of the line. Where there is too little
 * room what stands last on the left is cut.
 */
export function drawLine(
  items: readonly LineItem[],
  space: LineSpace,
  ends: readonly LineItem[] = [],
): readonly Shape[] {
  const shapes: Shape[] = [];
  let { right } = space;
  for (const item of ends.toReversed()) {
    const width = Math.min(itemWidth(item), right - space.left);
    shapes.push(...drawItem(item, right - width, width, space.top));
    right -= width + gapOf(item);
  }
  let { left } = space;
  for (const item of items) {
    const width = Math.min(itemWidth(item), right - left);
    if (width < LEAST_WIDTH) break;
    shapes.push(...drawItem(item, left, width, space.top));
    left += width + gapOf(item);
  }
  return shapes;
}

/** Less than that holds no letter. */
const LEAST_WIDTH = 9;

/** One line of text at a place. */
export function drawText(
  runs: readonly TextRun[],
  place: Pick<TextShape, 'x' | 'y' | 'anchor' | 'size'>,
  width: number,
): readonly Shape[] {
  const fitted = fitRuns(runs, place.size, width);
  if (fitted.runs.every(({ text }) => text.trim() === '')) return [];
  return [{ kind: 'text', ...place, runs: joined(fitted.runs), whole: fitted.whole }];
}

/** A line of the text of a row. */
export function drawRuns(runs: readonly TextRun[], space: LineSpace): readonly Shape[] {
  const { left, right, top } = space;
  const place = { x: left, y: top + BASELINE, anchor: 'start', size: TEXT_SIZE } as const;
  return drawText(runs, place, right - left);
}

/** A line that is only words or code. */
export function textItem(...runs: readonly TextRun[]): TextItem {
  return { kind: 'text', runs };
}

/** A small label. */
export function chipItem(text: string, paint: Paint = 'ink2'): ChipItem {
  return chipOf([{ text, code: false, weight: 500, paint }]);
}

/** A small label of several pieces. */
export function chipOf(runs: readonly TextRun[]): ChipItem {
  return { kind: 'chip', runs, ground: 'sunk', border: 'line' };
}

/** A small label that warns. */
export function warningChip(text: string): ChipItem {
  const run = { text, code: false, weight: 500, paint: 'warn' } as const;
  return { kind: 'chip', runs: [run], ground: 'warnSoft', border: null };
}

/** How much of a line an item takes. */
export function itemWidth(item: LineItem): number {
  switch (item.kind) {
    case 'text':
      return runsWidth(cleaned(item.runs), TEXT_SIZE);
    case 'chip':
      return runsWidth(cleaned(item.runs), CHIP_SIZE) + 2 * CHIP_PADDING;
    case 'icon':
      return item.size;
  }
}

/** Draws an icon, whose own size is 24, in a square. */
export function drawIcon(
  icon: IconName,
  paint: Paint,
  place: { readonly x: number; readonly y: number; readonly size: number },
): Shape {
  const scale = place.size / ICON_GRID;
  return {
    kind: 'path',
    d: ICONS[icon],
    place: { x: place.x, y: place.y, scale },
    stroke: stroke(paint, 2 * scale),
  };
}

const ICON_GRID = 24;

function gapOf(item: LineItem): number {
  return item.kind === 'icon' ? item.gap : GAP;
}

function cleaned(runs: readonly TextRun[]): readonly TextRun[] {
  return runs.map((run) => ({ ...run, text: printableText(run.text) }));
}

function drawItem(item: LineItem, x: number, width: number, top: number): readonly Shape[] {
  switch (item.kind) {
    case 'text':
      return drawRuns(item.runs, { left: x, right: x + width + ROUNDING, top });
    case 'chip':
      return drawChip(item, x, width, top);
    case 'icon':
      return [
        drawIcon(item.icon, item.paint, { x, y: top + (18 - item.size) / 2, size: item.size }),
      ];
  }
}

/** So that what fits exactly is not cut. */
const ROUNDING = 0.01;

function drawChip(item: ChipItem, x: number, width: number, top: number): readonly Shape[] {
  const text = drawText(
    item.runs,
    { x: x + width / 2, y: top + BASELINE - 0.3, anchor: 'middle', size: CHIP_SIZE },
    width - 2 * CHIP_PADDING + ROUNDING,
  );
  const ground: Shape = {
    kind: 'box',
    x: x + 0.5,
    y: top + 0.5,
    width: width - 1,
    height: CHIP_HEIGHT - 1,
    radius: (CHIP_HEIGHT - 1) / 2,
    fill: item.ground,
    stroke: item.border === null ? null : stroke(item.border),
    opacity: 1,
  };
  return [ground, ...text];
}

function joined(runs: readonly TextRun[]): readonly TextRun[] {
  const all: TextRun[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && isSameLook(last, run)) {
      all[all.length - 1] = { ...run, text: last.text + run.text };
    } else if (run.text !== '') all.push(run);
  }
  return all;
}

function isSameLook(one: TextRun, other: TextRun): boolean {
  return one.code === other.code && one.weight === other.weight && one.paint === other.paint;
}
