import { createRequire } from 'node:module';
import { ensureBrowser } from '../scripts/find-browser.mjs';
import { buildPages } from './build-pages.mjs';
import { serveFolder } from './serve-folder.mjs';

/** Builds the pages, and measures them in a browser of their own; gives its version with the figures. */
export async function inBrowser(measure) {
  const { chromium } = createRequire(new URL('../e2e/package.json', import.meta.url))(
    '@playwright/test',
  );
  const server = await serveFolder(await buildPages());
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--no-sandbox'],
  });
  try {
    const sections = await measure(browser, server.address);
    return { engine: `Chromium ${browser.version()}, headless`, sections, notes: [] };
  } finally {
    await browser.close();
    server.close();
  }
}
