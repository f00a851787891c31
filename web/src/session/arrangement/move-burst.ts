import { TYPING_PAUSE_MILLISECONDS } from '../text/typing-pause.ts';
import type { ArrangementPlan } from './plan-arrangement.ts';

/** Moves by key of the same things, one after the other: a single step, that ends where they are now. */
export class MoveBurst {
  readonly #moved: string;
  #end: ArrangementPlan;
  #at = performance.now();

  constructor(moved: Iterable<string>, end: ArrangementPlan) {
    this.#moved = keyOf(moved);
    this.#end = end;
  }

  /** Where redo brings them. */
  get end(): ArrangementPlan {
    return this.#end;
  }

  /** Takes another move in, unless it is of something else or comes too late. */
  goOn(moved: Iterable<string>, end: ArrangementPlan): boolean {
    const now = performance.now();
    if (now - this.#at > TYPING_PAUSE_MILLISECONDS || keyOf(moved) !== this.#moved) return false;
    this.#at = now;
    this.#end = end;
    return true;
  }
}

function keyOf(moved: Iterable<string>): string {
  return [...moved].sort().join('\n');
}
