import type { Locator } from '@playwright/test';
import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';

/** Longer than somebody who is typing pauses between two words. */
const PAUSE_MILLISECONDS = 2_300;

test.describe('[P3] typing is taken back as it was done', () => {
  const undoButton = (editor: EditorPage): Locator =>
    editor.page.getByRole('button', { name: /^Undo/ });

  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('what is typed in one go is one step, and says where', async ({ editor, page }) => {
    await editor.placeCursorAfter('    - shop.example.com\n  gateways:\n    - shop-gateway');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- a second "one" and and');
    for (const _ of ' and') await page.keyboard.press('Backspace');
    await page.keyboard.type(' more # with words');
    expect(await editor.yamlText()).toBe(
      SHOP.replace(
        '    - shop-gateway\n',
        '    - shop-gateway\n    - a second "one" and more # with words\n',
      ),
    );
    await expect(undoButton(editor)).toHaveAccessibleName('Undo: Typing in VirtualService shop');
    await editor.yaml.focus();
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
    await editor.yaml.focus();
    await editor.redo();
    await expect.poll(() => editor.yamlText()).toContain('and more # with words');
  });

  test('a pause begins another step', async ({ editor, page }) => {
    await editor.placeCursorAfter('# The shop');
    await page.keyboard.type('s and');
    await page.waitForTimeout(PAUSE_MILLISECONDS);
    await page.keyboard.type(' their');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP.replace('# The shop', '# The shops and'));
    await editor.yaml.focus();
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('so does another place', async ({ editor, page }) => {
    await editor.placeCursorAfter('# The shop');
    await page.keyboard.type('s');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type(' # new');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP.replace('# The shop', '# The shops'));
  });

  test('so does an action on the canvas, though the cursor stays', async ({ editor, page }) => {
    await editor.placeCursorAfter('# The shop');
    await page.keyboard.type('s');
    await editor.selectNode('Service', 'orders');
    await editor.rename('invoices');
    await editor.yaml.focus();
    await page.keyboard.type(' new');
    const renamed = SHOP.replaceAll('orders', 'invoices').replace('app: invoices', 'app: orders');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(renamed.replace('# The shop', '# The shops'));
    await editor.yaml.focus();
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP.replace('# The shop', '# The shops'));
    await editor.yaml.focus();
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('so does writing over what is selected, and what is pasted', async ({ editor, page }) => {
    await editor.placeCursorAfter('name: orders');
    await page.keyboard.type('-a');
    for (const _ of '-a') await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.type('-b');
    await expect(undoButton(editor)).toHaveAccessibleName('Undo: Typing in Service orders-b');
    await editor.writeClipboard('-c');
    await page.keyboard.press('Control+v');
    await expect(undoButton(editor)).toHaveAccessibleName('Undo: Paste into Service orders-b-c');
    await editor.undo();
    await expect(editor.node('Service', 'orders-b')).toBeVisible();
    await editor.undo();
    await expect(editor.node('Service', 'orders-a')).toBeVisible();
    await editor.undo();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('what is cut, and what the editor does with whole lines', async ({ editor, page }) => {
    await editor.placeCursorAfter('# The shop');
    await page.keyboard.press('Control+x');
    await expect(undoButton(editor)).toHaveAccessibleName(/^Undo: Cut/);
    await editor.placeCursorAfter('app: cart');
    await page.keyboard.press('Control+/');
    await expect(undoButton(editor)).toHaveAccessibleName('Undo: Edit Service cart');
    await editor.undo();
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });
});
