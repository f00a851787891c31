import { expect, test } from './editor-test.ts';
import { manyIngresses } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { restingBox } from './pages/stillness.ts';

/** Makes a notice of an error: a file that cannot be read. */
async function dropUnreadable(editor: EditorPage, name: string): Promise<void> {
  await editor.dropFiles([{ name: `${name}.portolan.json`, text: '{"portolan": 1, "text": 7}' }]);
  await expect(editor.notices().filter({ hasText: `${name}.portolan.json` })).toBeVisible();
}

test.describe('notices', () => {
  test('good news replaces the news before', async ({ editor, page }) => {
    await page.getByRole('button', { name: 'Copy YAML' }).click();
    await expect(editor.notices()).toHaveText(['All of the YAML is in the clipboard.']);
    await editor.selectNode('Gateway', 'my-gateway');
    await page.keyboard.press('Control+c');
    await expect(editor.notices()).toHaveText([/^Gateway my-gateway is in the clipboard/]);
  });

  test('errors stay until they are closed, and there are never more than three', async ({
    editor,
    page,
  }) => {
    await page.clock.install();
    for (const name of ['a', 'b', 'c', 'd']) await dropUnreadable(editor, name);
    await expect(editor.notices()).toHaveText([/^b\./, /^c\./, /^d\./]);
    await page.clock.fastForward(60_000);
    await expect(editor.notices()).toHaveText([/^b\./, /^c\./, /^d\./]);
    await editor.notices().first().getByRole('button', { name: 'Dismiss' }).click();
    await expect(editor.notices()).toHaveText([/^c\./, /^d\./]);
    await page.getByRole('button', { name: 'Copy YAML' }).click();
    await expect(editor.notices()).toHaveCount(3);
    await page.mouse.move(0, 0);
    await page.clock.fastForward(60_000);
    await expect(editor.notices()).toHaveText([/^c\./, /^d\./]);
  });

  test('one that the pointer is on waits for it', async ({ editor, page }) => {
    await page.clock.install();
    await page.getByRole('button', { name: 'Copy YAML' }).click();
    await editor.notices().hover();
    await page.clock.fastForward(60_000);
    await expect(editor.notices()).toHaveCount(1);
    await page.mouse.move(0, 0);
    await page.clock.fastForward(60_000);
    await expect(editor.notices()).toHaveCount(0);
  });

  for (const [name, width] of [
    ['a wide', 1920],
    ['a usual', 1280],
    ['a narrow', 760],
  ] as const) {
    test(`do not cover the controls of ${name} canvas`, async ({ editor, page }) => {
      await page.setViewportSize({ width, height: 720 });
      await editor.pasteOverAll(manyIngresses(50));
      await expect(editor.node('Service', 'cart-0')).toBeVisible();
      for (const file of ['a', 'b', 'c']) await dropUnreadable(editor, file);
      const controls = [
        page.getByRole('toolbar', { name: 'Zoom' }),
        page.getByRole('img', { name: /^Map of/ }),
      ];
      for (const notice of await editor.notices().all()) {
        const box = await restingBox(notice);
        for (const control of controls) {
          const other = await restingBox(control);
          const isBeside =
            box.x + box.width <= other.x ||
            other.x + other.width <= box.x ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y;
          expect(isBeside, `${JSON.stringify(box)} and ${JSON.stringify(other)}`).toBe(true);
        }
      }
    });
  }
});
