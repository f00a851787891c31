import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import { EditorPage } from './pages/editor-page.ts';

test.describe('work is never lost', () => {
  test('[P4] a reload in the middle of typing loses nothing', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await editor.placeCursorAfter('# The shop');
    await editor.page.keyboard.type(' of many things');
    // No pause: the page goes while the last letters are not stored yet.
    await editor.reload();
    expect(await editor.yamlText()).toBe(SHOP.replace('# The shop', '# The shop of many things'));
  });

  test('[P4] the last work is opened again, with its exact bytes', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('[P4] a text with nothing to draw is work too', async ({ editor }) => {
    await editor.pasteOverAll('# nothing yet\n');
    await editor.waitUntilKept();
    await editor.reload();
    expect(await editor.yamlText()).toBe('# nothing yet\n');
  });

  test('[P4] opening another sketch keeps the one before, and leads back to it', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await editor.openSketchMenu('Canary release, 90 to 10');
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    await page.getByRole('button', { name: 'Go back' }).click();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('[P4] of two tabs on the same work, neither writes over the other', async ({
    editor,
    context,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    await editor.waitUntilKept();
    const second = new EditorPage(await context.newPage());
    await second.open();
    expect(await second.yamlText()).toBe(SHOP);
    await expect(second.notices().filter({ hasText: /another tab/ })).toBeVisible();
    await second.typeOver('name: orders', 'name: invoices');
    await second.waitUntilKept();

    await page.bringToFront();
    await editor.typeOver('name: cart', 'name: basket');
    await editor.waitUntilKept();
    await editor.reload();
    expect(await editor.yamlText()).toContain('name: basket');
    expect(await editor.yamlText()).toContain('name: orders');

    await second.page.bringToFront();
    await second.reload();
    expect(await second.yamlText()).toContain('name: invoices');
  });
});
