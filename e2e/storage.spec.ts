import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import { EditorPage } from './pages/editor-page.ts';
import { withoutStorage } from './without-storage.ts';

test.describe('where the browser stores nothing', () => {
  test('[P4] all works, says so, and offers the download', async ({ launchOptions, baseURL }) => {
    await withoutStorage(launchOptions, async (context) => {
      const page = await context.newPage();
      const editor = new EditorPage(page);
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${baseURL}/`);
      await expect(editor.yaml.lines().first()).toBeVisible({ timeout: 20_000 });
      const reason = /Not saved.*does not let the page store anything/;
      await expect(page.getByRole('contentinfo')).toContainText(reason);
      // No other tab has the sketch, so it is no copy.
      await expect(page.getByRole('button', { name: /^Sketch / })).not.toContainText('(copy)');
      await page.getByRole('tab', { name: 'Outline' }).click();
      await editor.selectNode('Gateway', 'my-gateway');
      await editor.rename('front');
      await expect(editor.node('Gateway', 'front')).toBeVisible();
      await expect(page.getByRole('button', { name: /^Sketch / })).not.toContainText('(copy)');
      expect(errors).toEqual([]);
    });
  });
});

test('[P4] storage that is full is said, the work stays, and is stored once there is room', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  // A browser of its own: one that stored something before goes on with the room that it found then.
  const browser = await playwright.chromium.launch(launchOptions);
  try {
    const page = await browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }) });
    const { origin } = new URL(baseURL ?? '');
    const room = await page.context().newCDPSession(page);
    await room.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    const editor = new EditorPage(page);
    await editor.open();
    await editor.selectNode('Gateway', 'my-gateway');
    await editor.rename('front');
    const status = page.getByRole('contentinfo');
    await expect(status).toContainText('The storage of this browser is full. Download your work');
    await room.send('Storage.overrideQuotaForOrigin', { origin });
    await editor.rename('entrance');
    await expect(status).toContainText('Saved in this browser');
    await page.reload();
    await expect(editor.node('Gateway', 'entrance')).toBeVisible();
  } finally {
    await browser.close();
  }
});

test('[P4] an earlier version is not gone back to where what is here now cannot be kept', async ({
  editor,
  page,
}) => {
  await editor.pasteOverAll(SHOP);
  await editor.waitUntilKept();
  await editor.pasteOverAll('# all gone\n');
  await editor.waitUntilKept();
  await editor.openSketchMenu('Earlier versions…');
  const dialog = page.getByRole('dialog', { name: 'Earlier versions of this sketch' });
  const restore = dialog.getByRole('button', { name: 'Restore this version' });
  await expect(restore).toBeEnabled();
  await page.evaluate(refuseToStore);
  await restore.click();
  await expect(page.getByRole('group', { name: 'Warning' })).toContainText(
    'Nothing was restored: the browser did not store what is here now',
  );
  expect(await editor.yamlText()).toBe('# all gone\n');
});

/** As a browser does that has no room left. */
function refuseToStore(): void {
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('There is no room.', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.add = IDBObjectStore.prototype.put;
}
