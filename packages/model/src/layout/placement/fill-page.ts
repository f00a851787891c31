import { COLUMN_GAP, columnPositions } from './column-positions.ts';
import { COLUMNS, columnWidth } from './layout-graph.ts';
import { COMPONENT_GAP } from './place-components.ts';

/** How much wider than high a drawing in blocks is, about: as a canvas is. */
export const PROPORTION = 1.6;
/** Between blocks that stand side by side: room for the lines that lead to them. */
const BLOCK_GAP = COLUMN_GAP + 32;

/** Of a drawing. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The height of a canvas that shows all of it. */
export function extent({ width, height }: Size): number {
  return Math.max(width / PROPORTION, height);
}

/** Nodes that stay together, laid out in columns of their own. */
export interface Block {
  readonly nodes: readonly number[];
  /** The first and the last of COLUMNS that it uses. */
  readonly from: number;
  readonly to: number;
  readonly height: number;
  readonly hasDelegates: boolean;
}

/** The place for blocks. */
export interface Band {
  /** Where the first ones begin. */
  readonly left: number;
  readonly bottom: number;
}

/** Blocks one below the other. */
export interface Strip {
  readonly left: number;
  /** Of each of COLUMNS, from the left of the strip. */
  readonly lefts: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly { readonly block: Block; readonly top: number }[];
}

/** A drawing in blocks. */
export interface Page extends Size {
  readonly strips: readonly Strip[];
}

/** Blocks in as many strips as show them largest. */
export function bestPage(blocks: readonly Block[], band: Band): Page {
  const total = blocks.reduce((sum, block) => sum + block.height + COMPONENT_GAP, 0);
  let best = fillPage(blocks, band, total);
  for (let count = 2; count <= blocks.length; count += 1) {
    const page = fillPage(blocks, band, total / count);
    if (extent(page) < extent(best)) best = page;
    // More strips only make it wider.
    if (page.width / PROPORTION > extent(best)) break;
  }
  return best;
}

/** Fills strips of about this height. */
function fillPage(blocks: readonly Block[], band: Band, most: number): Page {
  const strips: Strip[] = [];
  let left = band.left;
  for (let start = 0; start < blocks.length; ) {
    let height = 0;
    let end = start;
    for (; end < blocks.length; end += 1) {
      const more = (blocks[end]?.height ?? 0) + COMPONENT_GAP;
      if (end > start && height + more / 2 > most) break;
      height += more;
    }
    const strip = fillStrip(blocks.slice(start, end), left, band.bottom);
    strips.push(strip);
    left += strip.width + BLOCK_GAP;
    start = end;
  }
  const height = strips.reduce((highest, strip) => Math.max(highest, strip.height), 0);
  return { strips, width: left - BLOCK_GAP, height: band.bottom + height };
}

function fillStrip(blocks: readonly Block[], left: number, top: number): Strip {
  const from = blocks.reduce<number>(
    (least, block) => Math.min(least, block.from),
    COLUMNS.length - 1,
  );
  const to = blocks.reduce((most, block) => Math.max(most, block.to), 0);
  const usual = columnPositions(blocks.some((block) => block.hasDelegates));
  const lefts = usual.map((x) => x - (usual[from] ?? 0));
  let height = 0;
  const placed = blocks.map((block) => {
    const place = { block, top: top + height };
    height += block.height + COMPONENT_GAP;
    return place;
  });
  return { left, lefts, width: (lefts[to] ?? 0) + columnWidth(to), height, blocks: placed };
}
