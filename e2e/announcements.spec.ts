import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

test.describe('[P9] a screen reader is told', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('what an edit did, and what was undone and redone', async ({ editor }) => {
    await editor.selectNode('Service', 'orders');
    await editor.rename('invoices');
    await expect(editor.spoken()).toHaveText(/^Done: Rename .*orders.*invoices/);
    await editor.undo();
    await expect(editor.spoken()).toHaveText(/^Undone: Rename .*orders.*invoices/);
    await editor.redo();
    await expect(editor.spoken()).toHaveText(/^Redone: Rename .*orders.*invoices/);
  });

  test('that nodes were moved, and moved back', async ({ editor, page }) => {
    await editor.selectNode('Service', 'orders');
    await expect(editor.spoken()).toHaveText('1 node selected');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(editor.spoken()).toHaveText('Done: Move orders');
    await editor.undo();
    await expect(editor.spoken()).toHaveText('Undone: Move orders');
  });

  test('how much is selected', async ({ editor, page }) => {
    await editor.selectNode('Service', 'orders');
    await expect(editor.spoken()).toHaveText('1 node selected');
    await page.keyboard.press('Control+a');
    await expect(editor.spoken()).toHaveText('5 nodes selected');
    await page.keyboard.press('Escape');
    await expect(editor.spoken()).toHaveText('Nothing selected');
  });

  test('why a connection is refused', async ({ editor }) => {
    const server = editor.handles(editor.node('Gateway', 'shop-gateway'), 'right').first();
    await editor.connect(server, editor.nameOf('Service', 'orders'));
    await expect(editor.spoken()).toContainText('VirtualService');
    expect(await editor.notices().allTextContents()).toEqual([await editor.spoken().textContent()]);
  });

  test('nothing of what is typed, which it says itself', async ({ editor, page }) => {
    await editor.selectNode('Service', 'orders');
    await expect(editor.spoken()).toHaveText('1 node selected');
    await editor.yaml.focus();
    await page.keyboard.type('# more');
    await expect(editor.yaml.line('# more')).toBeVisible();
    await expect(editor.spoken()).toHaveText('1 node selected');
  });
});
