import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { waitUntilStill } from './pages/stillness.ts';

/** What axe-core finds wrong on the page, in the light theme and then in the dark one. */
export async function findViolationsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await waitUntilStill(page); // what fades in has its colours only afterwards
    const violations = await findViolations(page);
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}

/** What axe-core finds wrong on the page as it is now: rule, why, and where. */
export async function findViolations(page: Page): Promise<string[]> {
  // The Content-Security-Policy rightly refuses a script tag; evaluating is the browser's own door.
  await page.evaluate(axe.source);
  const results = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: typeof import('axe-core') };
    return (await engine.run(document, { resultTypes: ['violations'] })).violations;
  });
  return results.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${violation.help}, at ${node.target.join(' ')}`,
    ),
  );
}
