import type { Locator, Page } from '@playwright/test';

/** A place on screen. */
export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** Where something is on screen, and how large. */
export interface ScreenBox extends ScreenPoint {
  readonly width: number;
  readonly height: number;
}

/**
 * Where an element comes to rest: its box is the same in three frames in a row, and no motion of the
 * canvas is on its way. Whoever acts on a place has to know it from then, and not from before.
 */
export async function restingBox(locator: Locator): Promise<ScreenBox> {
  for (;;) {
    const box = await locator.evaluate(
      (element) =>
        new Promise<ScreenBox | null>((resolve) => {
          let before = '';
          let same = 0;
          const look = () => {
            // It may be another element by now: then the locator finds that one.
            if (!element.isConnected) return resolve(null);
            const { x, y, width, height } = element.getBoundingClientRect();
            const now = [x, y, width, height].join(' ');
            const isMoving = document.querySelector('[data-moving]') !== null;
            same = now === before && !isMoving ? same + 1 : 0;
            before = now;
            if (same < 2) requestAnimationFrame(look);
            else resolve({ x, y, width, height });
          };
          look();
        }),
    );
    if (box !== null) return box;
  }
}

/** Waits until nothing fades or slides any more: no motion that ends has run in five frames. */
export async function waitUntilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let still = 0; still < 5; still += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const isMoving = document
        .getAnimations()
        .some(
          (one) =>
            one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity,
        );
      if (isMoving) still = -1;
    }
  });
}

/** Where a locator's middle comes to rest. */
export async function middleOf(locator: Locator): Promise<ScreenPoint> {
  const { x, y, width, height } = await restingBox(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

/** Where the middle of a line of the canvas comes to rest. */
export async function middleOfLine(line: Locator): Promise<ScreenPoint> {
  const path = line.locator('path').first();
  await restingBox(path);
  const middle = await path.evaluate((element: SVGPathElement) => {
    const point = element.getPointAtLength(element.getTotalLength() / 2);
    const matrix = element.getScreenCTM();
    if (matrix === null) return null;
    const { x, y } = point.matrixTransform(matrix);
    return { x, y };
  });
  if (middle === null) throw new Error(`${line} is not on screen`);
  return middle;
}
