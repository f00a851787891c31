import type { Page } from '@playwright/test';
import axe from 'axe-core';

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
