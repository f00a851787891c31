import type { Point } from '../node-geometry.ts';

/** Between frames: room for the lines from one to another. */
export const FRAME_GAP = 72;
/** How much wider than high the whole is, about: as a canvas is. */
const PROPORTION = 1.6;

/** A frame that is to be placed. */
export interface LooseFrame {
  readonly namespace: string;
  readonly width: number;
  readonly height: number;
  /** Those of a lower rank stand further left. */
  readonly rank: number;
  /** The namespaces that lines join it to. */
  readonly neighbours: readonly string[];
}

/**
 * A place for each frame, apart from all others: those where traffic enters on the left, in strips
 * from top to bottom. Which stands above which follows from where their neighbours stand.
 */
export function placeFrames(frames: readonly LooseFrame[]): ReadonlyMap<string, Point> {
  const ranks = groupByRank(frames);
  const total = frames.reduce((sum, { height }) => sum + height + FRAME_GAP, 0);
  let best = fillPage(ranks, total);
  for (let count = 2; count <= frames.length; count += 1) {
    const page = fillPage(ranks, total / count);
    if (page.extent < best.extent) best = page;
    // More strips only make it wider.
    if (page.width / PROPORTION > best.extent) break;
  }
  return best.places;
}

interface Page {
  readonly places: ReadonlyMap<string, Point>;
  readonly width: number;
  /** The height of a canvas that shows all of it. */
  readonly extent: number;
}

function groupByRank(frames: readonly LooseFrame[]): readonly (readonly LooseFrame[])[] {
  const ranks = [...new Set(frames.map(({ rank }) => rank))].sort((a, b) => a - b);
  return ranks.map((rank) => frames.filter((frame) => frame.rank === rank));
}

/** Fills strips of about this height; each rank begins a strip of its own. */
function fillPage(ranks: readonly (readonly LooseFrame[])[], most: number): Page {
  const places = new Map<string, Point>();
  const middles = new Map<string, number>();
  let [left, lowest] = [0, 0];
  for (const rank of ranks) {
    let [top, width] = [0, 0];
    for (const frame of inOrder(rank, middles)) {
      if (top > 0 && top + frame.height / 2 > most) {
        left += width + FRAME_GAP;
        [top, width] = [0, 0];
      }
      places.set(frame.namespace, { x: left, y: top });
      middles.set(frame.namespace, top + frame.height / 2);
      top += frame.height + FRAME_GAP;
      width = Math.max(width, frame.width);
      lowest = Math.max(lowest, top - FRAME_GAP);
    }
    left += width + FRAME_GAP;
  }
  const width = Math.max(0, left - FRAME_GAP);
  return { places, width, extent: Math.max(width / PROPORTION, lowest) };
}

/** By the height of their neighbours that have a place, then by name. */
function inOrder(
  frames: readonly LooseFrame[],
  middles: ReadonlyMap<string, number>,
): readonly LooseFrame[] {
  const wish = ({ neighbours }: LooseFrame): number => {
    const known = neighbours.flatMap((name) => middles.get(name) ?? []);
    return known.length === 0 ? 0 : known.reduce((sum, y) => sum + y, 0) / known.length;
  };
  return frames
    .map((frame) => ({ frame, y: wish(frame) }))
    .sort((a, b) => a.y - b.y || (a.frame.namespace < b.frame.namespace ? -1 : 1))
    .map(({ frame }) => frame);
}
