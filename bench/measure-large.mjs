import { generateManifests } from './generate-manifests.mjs';
import { measureKeystrokes, openPage, startTypingAtEnd } from './measure-canvas.mjs';

const WINDOW = { width: 1440, height: 900 };
/** The checks have run when no task was long, and nothing was told, for this time. */
const QUIET_MILLISECONDS = 3_000;

/** Opens a file of so many resources as a user does, and types into it. */
export async function measureLarge(browser, address, size) {
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await openPage(context, `${address}/app/`);
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  const text = generateManifests(size);
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'large.yaml'));
    return data;
  }, text);
  await page.waitForTimeout(QUIET_MILLISECONDS);
  const begin = await page.evaluate(watchTasks);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('[data-pane="canvas"]').dispatchEvent(type, { dataTransfer: transfer });
  }
  await page.getByText(`${size} resources`).waitFor({ timeout: 120_000 });
  const shown = (await page.evaluate(() => performance.now())) - begin;
  await page.waitForFunction(
    (quiet) => performance.now() - window.lastTask > quiet,
    QUIET_MILLISECONDS,
    {
      timeout: 120_000,
    },
  );
  const longest = await page.evaluate(() => window.longestTask);
  await startTypingAtEnd(page);
  const keystroke = await measureKeystrokes(page);
  await context.close();
  return { size, bytes: text.length, shown, longest, keystroke };
}

/** From now on notes how long the page is held, and when it was last; gives the time. */
function watchTasks() {
  window.longestTask = 0;
  window.lastTask = performance.now();
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      window.longestTask = Math.max(window.longestTask, duration);
      window.lastTask = startTime + duration;
    }
  }).observe({ type: 'longtask' });
  return performance.now();
}
