/**
 * Work that can pause: what it yields says how far it is, or null where there is nothing new to say.
 * Between two yields it takes some milliseconds at most. Who does not go on with it leaves no trace.
 */
export type Slices<Result> = Generator<Progress | null, Result, void>;

/** How many documents of a text have been read. */
export interface Progress {
  readonly read: number;
  readonly of: number;
}

/** The result of the work, all at once. */
export function finish<Result>(slices: Slices<Result>): Result {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}
