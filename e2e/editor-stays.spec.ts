import { expect, test } from './editor-test.ts';
import { manyIngresses, SHOP } from './manifests.ts';
import { middleOf } from './pages/editor-page.ts';

test.describe('while the canvas writes, the editor stays as it is', () => {
  test('the cursor stays on its text', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await editor.placeCursorAfter('name: orders');
    await editor.selectNode('VirtualService', 'shop');
    await editor.add('ServiceEntry');
    await editor.undo();
    await editor.selectNode('Service', 'cart');
    await editor.rename('basket');
    await expect.poll(() => editor.yamlText()).toContain('name: basket');
    await editor.yaml.focus();
    await editor.page.keyboard.type('-x');
    await expect.poll(() => editor.yamlText()).toContain('name: orders-x');
  });

  test('folds stay folded', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await editor.placeCursorAfter('  name: shop-gateway\nspec:');
    await editor.page.keyboard.press('Control+Shift+BracketLeft');
    await expect(editor.yaml.line('protocol: HTTP')).toHaveCount(0);
    await editor.selectNode('Service', 'orders');
    await editor.pressDelete();
    await expect.poll(() => editor.yamlText()).not.toContain('name: orders');
    await expect(editor.yaml.line('protocol: HTTP')).toHaveCount(0);
    await expect(editor.yaml.line('name: shop-gateway')).toHaveCount(1);
  });

  test('the lines in view stay in view when lines above them go', async ({ editor }) => {
    await editor.pasteOverAll(manyIngresses(4));
    await editor.placeCursorAfter('name: cart-2');
    const line = editor.yaml.line('name: cart-2').first();
    const before = await middleOf(line);
    await editor.nameOf('Service', 'orders-0').click();
    await editor.placeCursorAfter('name: cart-2');
    const shown = await middleOf(line);
    await editor.node('Service', 'orders-0').focus();
    await editor.pressDelete();
    await expect.poll(() => editor.yamlText()).not.toContain('name: orders-0');
    const after = await middleOf(line);
    expect(Math.abs(after.y - shown.y)).toBeLessThan(25);
    expect(before.x).toBe(after.x);
  });

  test('the lines that the canvas wrote flash', async ({ editor, page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await editor.pasteOverAll(SHOP);
    await editor.selectNode('Service', 'cart');
    await editor.rename('basket');
    await expect(editor.yaml.writtenLines().first()).toBeAttached();
    await expect(editor.yaml.writtenLines()).toHaveCount(0);
  });
});
