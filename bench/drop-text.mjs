import { openPage } from './measure-canvas.mjs';

const WINDOW = { width: 1440, height: 900 };
const SETTLING_MILLISECONDS = 3_000;

/** The app in a page of its own, ready to be dropped on. */
export async function openApp(browser, address) {
  const context = await browser.newContext({ viewport: WINDOW });
  const page = await openPage(context, `${address}/app/`);
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(SETTLING_MILLISECONDS);
  return page;
}

/** Gives the page a file to drop, so that making it does not count. */
export function prepareDrop(page, text) {
  return page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'large.yaml'));
    return data;
  }, text);
}

/** Drops it on the map as a user does, and waits until its map is shown. */
export async function drop(page, dataTransfer, resources) {
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.locator('[data-pane="canvas"]').dispatchEvent(type, { dataTransfer });
  }
  await page.getByText(`${resources} resources`).waitFor({ timeout: 120_000 });
}
