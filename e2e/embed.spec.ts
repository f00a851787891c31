import { deflateRawSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import { test as base, expect } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';
import { EmbeddedMap } from './pages/embedded-map.ts';
import { ShareDialog } from './pages/share-dialog.ts';

type Scheme = 'light' | 'dark';

const test = base.extend<{
  /** Opens a page of somebody else, in a browser that has never seen Portolan. */
  readonly openPage: (scheme?: Scheme) => Promise<EmbeddedMap>;
}>({
  openPage: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (colorScheme = 'light') => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 720 },
        colorScheme,
        reducedMotion: 'reduce',
      });
      contexts.push(context);
      return new EmbeddedMap(await context.newPage());
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

function fragmentOf(payload: string | Uint8Array): string {
  return `#1.${deflateRawSync(payload).toString('base64url')}`;
}

test.describe('a map in another page', () => {
  test('comes from Share as HTML, and is the map alone', async ({ editor, openPage }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    const share = new ShareDialog(editor);
    await share.open();
    const html = await share.copyIframe();
    expect(html).toMatch(/^<iframe src="http[^"]*\/embed\.html#1\.[\w-]+" title="[^"]+"/);

    const map = await openPage();
    await map.putIntoPage(html);
    await expect(map.node('orders')).toBeVisible();
    await expect(map.node('cart')).toBeVisible();
    await expect(map.frame.getByRole('button', { name: 'Share' })).toHaveCount(0);
    await expect(map.frame.locator('.monaco-editor')).toHaveCount(0);
  });

  test('is moved and zoomed, and nothing in it can be changed', async ({ openPage, baseURL }) => {
    const map = await openPage();
    await map.show(`${baseURL}/embed.html${fragmentOf(`${SHOP}\n{}`)}`);
    await expect(map.node('orders')).toBeVisible();
    const before = await map.node('orders').boundingBox();
    await map.frame.getByRole('button', { name: /^Zoom in/ }).click();
    await expect
      .poll(async () => (await map.node('orders').boundingBox())?.width)
      .toBeGreaterThan(before?.width ?? 0);
    await map.frame.getByRole('button', { name: /^Fit all/ }).click();
    await map.node('orders').locator('strong').click();
    await map.page.keyboard.press('Delete');
    await map.page.keyboard.press('F2');
    await map.node('orders').click({ button: 'right' });
    await expect(map.frame.getByRole('menu')).toHaveCount(0);
    await expect(map.frame.getByRole('dialog')).toHaveCount(0);
    await expect(map.node('orders')).toBeVisible();
  });

  test('[P8] loads no editor, asks nobody else, and leaves nothing in the browser', async ({
    openPage,
    baseURL,
  }) => {
    const map = await openPage();
    await map.show(`${baseURL}/embed.html${fragmentOf(`${SHOP}\n{}`)}`);
    await expect(map.node('orders')).toBeVisible();
    await map.node('orders').locator('strong').click();
    await map.frame.getByRole('button', { name: /^Zoom in/ }).click();
    await map.page.waitForLoadState('networkidle');
    const around = new URL(map.page.url()).origin;
    const paths = map.requests.filter(
      (url) => !/^(data|blob|about):/.test(url) && !url.startsWith(around),
    );
    expect(paths.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
    expect(paths.filter((url) => /monaco|editor|worker|published-fields|re2/i.test(url))).toEqual(
      [],
    );
    // The editor alone is more than twice as much.
    expect(await map.scriptBytes()).toBeLessThan(2_500_000);
    expect(await map.storedThings()).toEqual([]);
  });

  test('leads to the whole sketch', async ({ openPage, baseURL }) => {
    const map = await openPage();
    await map.show(`${baseURL}/embed.html?theme=dark${fragmentOf(`${SHOP}\n{"n":"Shop"}`)}`);
    await expect(map.node('orders')).toBeVisible();
    const opening = map.page.context().waitForEvent('page');
    await map.openLink.click();
    const page = await opening;
    expect(new URL(page.url()).pathname).toBe('/');
    expect(new URL(page.url()).search).toBe('');
    await expect(page.getByRole('region', { name: 'Shared sketch' })).toBeVisible();
  });

  test('is as light or dark as its page is, or as its address says', async ({
    openPage,
    baseURL,
  }) => {
    const fragment = fragmentOf(`${SHOP}\n{}`);
    for (const [scheme, search, expected] of [
      ['dark', '', 'rgb(14, 23, 22)'],
      ['light', '', 'rgb(244, 246, 245)'],
      ['light', '?theme=dark', 'rgb(14, 23, 22)'],
      ['dark', '?theme=light', 'rgb(244, 246, 245)'],
    ] as const) {
      const map = await openPage(scheme);
      await map.show(`${baseURL}/embed.html${search}${fragment}`);
      await expect(map.canvas).toHaveCSS('background-color', expected);
    }
  });

  for (const [what, fragment, words] of [
    ['nothing', '', /no map in this address/],
    ['something else', '#hello', /no sketch of Portolan/],
    ['a newer version', '#99.abc', /newer Portolan/],
    ['a damaged link', '#1.abcdefghijklmnop', /damaged/],
    ['a bomb', fragmentOf(new Uint8Array(40_000_000)), /far more than any sketch has/],
  ] as const) {
    test(`says in words when its address holds ${what}`, async ({ openPage, baseURL }) => {
      const map = await openPage();
      await map.show(`${baseURL}/embed.html${fragment}`);
      await expect(map.frame.getByRole('main')).toContainText(words);
      await expect(map.canvas).toHaveCount(0);
    });
  }

  test('shows markup in names as text', async ({ openPage, baseURL }) => {
    const text =
      'apiVersion: v1\nkind: Service\nmetadata: {name: "<img src=x onerror=alert(1)>"}\nspec: {}\n';
    const map = await openPage();
    await map.show(`${baseURL}/embed.html${fragmentOf(`${text}\n{"n":"<b>x</b>"}`)}`);
    await expect(map.canvas.locator('strong')).toHaveText('<img src=x onerror=alert(1)>');
    await expect(map.canvas.locator('img')).toHaveCount(0);
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`[P9] axe finds nothing in it, ${scheme}`, async ({ openPage, baseURL }) => {
      const map = await openPage(scheme);
      const address = `${baseURL}/embed.html${fragmentOf(`${SHOP}\n{}`)}`;
      await map.page.goto(address);
      await expect(map.page.getByRole('link', { name: 'Open in Portolan' })).toBeVisible();
      expect(await findViolations(map.page)).toEqual([]);
      await map.page.goto('about:blank');
      await map.page.goto(`${baseURL}/embed.html#hello`);
      await expect(map.page.getByText(/no sketch of Portolan/)).toBeVisible();
      expect(await findViolations(map.page)).toEqual([]);
    });
  }
});
