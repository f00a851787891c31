import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { ROOT } from '../scripts/setup.mjs';
import { SHOP } from './manifests.ts';
import { EditorPage } from './pages/editor-page.ts';
import { ShareDialog } from './pages/share-dialog.ts';
import { StaticServer } from './static-server.ts';

const DIST = process.env.PORTOLAN_DIST ?? join(ROOT, 'dist');

const test = base.extend<{ readonly server: StaticServer; readonly editor: EditorPage }>({
  server: async ({ context }, use) => {
    const server = await StaticServer.start(DIST, '/some/deep/path/');
    const elsewhere: string[] = [];
    const failed: string[] = [];
    const { origin } = new URL(server.url);
    context.on('request', (request) => {
      const url = request.url();
      if (!/^(data|blob):/.test(url) && new URL(url).origin !== origin) elsewhere.push(url);
    });
    context.on('response', (response) => {
      if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
    });
    await use(server);
    await server.stop().catch(() => undefined);
    expect(elsewhere, 'requests to other origins').toEqual([]);
    expect(failed, 'what the server does not have').toEqual([]);
  },
  editor: async ({ page, server }, use) => {
    const editor = new EditorPage(page);
    await page.goto(server.url);
    await editor.waitUntilReady();
    await editor.closeWelcome();
    await use(editor);
  },
});

test.use({ serviceWorkers: 'allow' });

/** The browser has a whole copy of the app. It says so nowhere on screen: it is there the next time. */
async function waitUntilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const { serviceWorker } = navigator;
    if (serviceWorker.controller !== null) return;
    await new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
  });
}

test('the built folder works under any path of a plain static server', async ({
  editor,
  page,
  server,
  context,
}) => {
  await expect(editor.nodes()).toHaveCount(4);
  const script = readdirSync(join(DIST, 'assets')).find((name) => /^editor\.worker/.test(name));
  const starting = page.waitForEvent('worker');
  await page.evaluate((url) => void new Worker(url), `${server.url}assets/${script}`);
  expect(await (await starting).evaluate(() => typeof onmessage)).toBe('function');
  await waitUntilKept(page);
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(server.url);

  await editor.openSketchMenu('Two teams, one host');
  await expect(editor.canvas.getByRole('group', { name: /^VirtualService/ })).toHaveCount(2);

  await page.evaluate(async (url) => {
    const manifest = await (await fetch(`${url}app.webmanifest`)).json();
    for (const { src } of manifest.icons) await (await fetch(new URL(src, url))).blob();
  }, server.url);

  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(server.url).origin,
  });
  await editor.pasteOverAll(SHOP);
  const link = await new ShareDialog(editor).takeLink();
  expect(link.startsWith(`${server.url}#`)).toBe(true);
  const reader = new EditorPage(await context.newPage());
  await reader.page.goto(link);
  await expect(reader.node('Service', 'orders')).toBeVisible();
});

test('[P8] after the first visit it opens and works without a network', async ({
  editor,
  page,
  server,
}) => {
  await waitUntilKept(page);
  await server.stop();
  await page.reload();
  await editor.waitUntilReady();
  await expect(editor.nodes()).toHaveCount(4);
  // What is loaded only when it is asked for is there too.
  await editor.selectNode('Gateway', 'my-gateway');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await editor.openSketchMenu('Seven typical mistakes');
  await expect(editor.canvas.getByRole('group', { name: /, missing / }).first()).toBeVisible();
  const second = new EditorPage(await page.context().newPage());
  await second.page.goto(`${server.url}index.html`);
  await second.waitUntilReady();
});

test('[P4] a newer version is announced, and never comes by itself', async ({
  editor,
  page,
  server,
  context,
}) => {
  const newer = mkdtempSync(join(tmpdir(), 'portolan-newer-'));
  try {
    await waitUntilKept(page);
    makeNewerVersion(newer);
    server.folder = newer;
    await editor.placeCursorAfter('name: my-gateway');
    await page.keyboard.type('-typed');

    // Another tab makes the browser look for it; it still shows the version that it has.
    const second = new EditorPage(await context.newPage());
    await second.page.goto(server.url);
    await second.waitUntilReady();
    const news = (tab: EditorPage) =>
      tab.notices().filter({ hasText: 'A new version of Portolan is ready.' });
    await expect(news(second)).toBeVisible({ timeout: 30_000 });
    await expect(news(editor)).toBeVisible();
    expect(await isNewer(second.page)).toBe(false);

    await news(second).getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => isNewer(second.page).catch(() => false)).toBe(true);
    await second.waitUntilReady();
    await expect(news(second)).toHaveCount(0);

    // The tab that is open goes on with what it has, though the server has it no more.
    expect(await isNewer(page)).toBe(false);
    await expect(editor.node('Gateway', 'my-gateway-typed')).toBeVisible();
    await editor.selectNode('Gateway', 'my-gateway-typed');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');

    await news(editor).getByRole('button', { name: 'Reload' }).click();
    await expect.poll(() => isNewer(page).catch(() => false)).toBe(true);
    await editor.waitUntilReady();
    await expect(editor.node('Gateway', 'my-gateway-typed')).toBeVisible();
  } finally {
    rmSync(newer, { recursive: true, force: true });
  }
});

/** The same app as a next build: another page, and a part of it under another name. */
function makeNewerVersion(folder: string): void {
  cpSync(DIST, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const part = readdirSync(assets).find((name) => /^ShortcutsDialog-.*\.js$/.test(name)) ?? '';
  const hash = part.slice('ShortcutsDialog-'.length, -'.js'.length);
  renameSync(join(assets, part), join(assets, `ShortcutsDialog-newer.js`));
  const rewrite = (file: string, change: (text: string) => string) =>
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  const rename = (text: string) =>
    text.replaceAll(`ShortcutsDialog-${hash}.js`, 'ShortcutsDialog-newer.js');
  for (const name of readdirSync(assets)) {
    if (/\.js$/.test(name)) rewrite(join(assets, name), rename);
  }
  rewrite(join(folder, 'index.html'), (text) =>
    rename(text).replace('<title>', '<meta name="version" content="newer"><title>'),
  );
  rewrite(join(folder, 'service-worker.js'), (text) =>
    rename(text).replace(/VERSION = "/, 'VERSION = "newer-'),
  );
}

async function isNewer(page: Page): Promise<boolean> {
  return (await page.locator('meta[name="version"]').count()) > 0;
}
