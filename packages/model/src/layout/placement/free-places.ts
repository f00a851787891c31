import { ROW_METRICS } from '../rows/row-metrics.ts';
import { NODE_GAP } from './place-columns.ts';

/** A stretch of a column that nodes take; between two of them there is room for one more at least. */
interface Taken {
  readonly top: number;
  readonly bottom: number;
}

/** No node fits between two that are nearer to each other than this. */
const LEAST_ROOM = ROW_METRICS.headerHeight + 2 * NODE_GAP;

/** Which places of one column are free. */
export class FreePlaces {
  /** From top to bottom, not overlapping. */
  private readonly taken: Taken[] = [];

  /** Below everything. */
  get bottom(): number {
    return this.taken.at(-1)?.bottom ?? Number.NEGATIVE_INFINITY;
  }

  /** Takes all these stretches at once. */
  takeAll(stretches: readonly Taken[]): void {
    const all = [...this.taken, ...stretches].sort((a, b) => a.top - b.top);
    this.taken.length = 0;
    for (const stretch of all) {
      const last = this.taken.at(-1);
      if (last !== undefined && stretch.top - last.bottom < LEAST_ROOM) {
        this.taken[this.taken.length - 1] = join(last, stretch);
      } else this.taken.push(stretch);
    }
  }

  /** Takes one stretch. */
  take(stretch: Taken): void {
    let from = this.firstFrom(stretch.top - LEAST_ROOM);
    let joined = stretch;
    let to = from;
    for (; to < this.taken.length; to += 1) {
      const next = this.taken[to];
      if (next === undefined || next.top - joined.bottom >= LEAST_ROOM) break;
      if (joined.top - next.bottom < LEAST_ROOM) joined = join(joined, next);
      else from = to + 1;
    }
    this.taken.splice(from, to - from, joined);
  }

  /** The top nearest to `wanted` at which so high a node keeps its distance; of two, the lower. */
  nearest(wanted: number, height: number): number {
    const start = this.firstFrom(wanted);
    let best = Number.POSITIVE_INFINITY;
    const consider = (gap: number): boolean => {
      const top = this.topInGap(gap, wanted, height);
      if (top === null) return false;
      const distance = Math.abs(top - wanted);
      const known = Math.abs(best - wanted);
      if (distance < known || (distance === known && top > best)) best = top;
      return true;
    };
    // Upwards and downwards, the first gap that has room is the nearest one.
    for (let gap = start; gap >= 0; gap -= 1) if (consider(gap)) break;
    for (let gap = start + 1; gap <= this.taken.length; gap += 1) if (consider(gap)) break;
    return best;
  }

  /** Gap `i` is above stretch `i`; the last one is below all. */
  private topInGap(gap: number, wanted: number, height: number): number | null {
    const above = this.taken[gap - 1];
    const below = this.taken[gap];
    const least = above === undefined ? Number.NEGATIVE_INFINITY : above.bottom + NODE_GAP;
    const most = below === undefined ? Number.POSITIVE_INFINITY : below.top - NODE_GAP - height;
    return least > most ? null : Math.min(Math.max(wanted, least), most);
  }

  /** The first stretch that reaches below `y`. */
  private firstFrom(y: number): number {
    let low = 0;
    let high = this.taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.taken[middle]?.bottom ?? 0) < y) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function join(a: Taken, b: Taken): Taken {
  return { top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) };
}
