import { whenIdle } from './when-idle.ts';

/** The longest that typing, dragging and painting wait for a slice, where no single step takes longer. */
const SLICE_MILLISECONDS = 5;

/** Takes a walk to its end behind typing and painting, and gives what it comes by; null where it is given up. */
export function walkInSlices<T>(
  walk: Iterator<T>,
  isGivenUp: () => boolean,
): Promise<readonly T[] | null> {
  const found: T[] = [];
  return new Promise((resolve, reject) => {
    const goOn = (): void => {
      try {
        if (isGivenUp()) resolve(null);
        else if (takeSlice(walk, found)) resolve(found);
        else whenIdle(goOn);
      } catch (error) {
        reject(error);
      }
    };
    whenIdle(goOn);
  });
}

/** Whether that was the end of it. */
function takeSlice<T>(walk: Iterator<T>, found: T[]): boolean {
  const end = performance.now() + SLICE_MILLISECONDS;
  do {
    const step = walk.next();
    if (step.done === true) return true;
    found.push(step.value);
  } while (performance.now() < end);
  return false;
}
