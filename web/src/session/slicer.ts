import type { Progress, Slices } from '@portolan/model';
import { nextTurn } from './next-turn.ts';
import { whenIdle } from './when-idle.ts';

/** How work is done beside everything else on the page. */
export interface Pace {
  /** The longest that painting and input wait for it. */
  readonly milliseconds: number;
  /** Goes on after what is due in between. */
  readonly pause: (goOn: () => void) => void;
}

/** For what the user waits for. */
export const PROMPT: Pace = { milliseconds: 25, pause: nextTurn };

/** For what nobody waits for. */
export const IDLE: Pace = { milliseconds: 5, pause: whenIdle };

/** Does work slice by slice, one at a time. */
export interface Slicer {
  /**
   * Does this, in the place of what it was at. `onProgress` hears after each slice how far it is.
   * Gives null where it was stopped, or something else took its place.
   */
  run<Result>(
    slices: Slices<Result>,
    onProgress?: (progress: Progress) => void,
  ): Promise<Result | null>;
  stop(): void;
}

interface Job {
  /** Works until then; whether nothing is left. */
  readonly work: (end: number) => boolean;
  readonly drop: () => void;
}

/** A slicer that has nothing to do yet. */
export function createSlicer({ milliseconds, pause }: Pace): Slicer {
  let job: Job | null = null;
  let isDue = false;
  const goOn = (): void => {
    isDue = false;
    if (job === null) return;
    if (job.work(performance.now() + milliseconds)) job = null;
    else schedule();
  };
  const schedule = (): void => {
    if (isDue) return;
    isDue = true;
    pause(goOn);
  };
  return {
    run(slices, onProgress) {
      job?.drop();
      return new Promise((resolve, reject) => {
        job = {
          work(end) {
            try {
              const result = workUntil(slices, end, onProgress);
              if (result !== null) resolve(result.value);
              return result !== null;
            } catch (error) {
              reject(error);
              return true;
            }
          },
          drop: () => resolve(null),
        };
        schedule();
      });
    },
    stop() {
      job?.drop();
      job = null;
    },
  };
}

/** One slice of the work; null where something is left. */
function workUntil<Result>(
  slices: Slices<Result>,
  end: number,
  onProgress?: (progress: Progress) => void,
): { readonly value: Result } | null {
  let progress: Progress | null = null;
  do {
    const step = slices.next();
    if (step.done === true) return step;
    progress = step.value ?? progress;
  } while (performance.now() < end);
  if (progress !== null) onProgress?.(progress);
  return null;
}
