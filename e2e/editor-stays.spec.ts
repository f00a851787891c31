import { expect, test } from './editor-test.ts';
import { manyIngresses, SHOP } from './manifests.ts';
import { middleOf } from './pages/stillness.ts';

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
    await editor.yaml.fold();
    await expect(editor.yaml.line('protocol: HTTP')).toHaveCount(0);
    await editor.selectNode('Service', 'orders');
    await editor.pressDelete();
    await expect.poll(() => editor.yamlText()).not.toContain('name: orders');
    await expect(editor.yaml.line('protocol: HTTP')).toHaveCount(0);
    await expect(editor.yaml.line('name: shop-gateway')).toHaveCount(1);
  });

  test('the lines in view stay where they are when lines above them go', async ({ editor }) => {
    await editor.pasteOverAll(manyIngresses(4));
    // The canvas has the focus and the first Service is selected, while the text shows another place.
    await editor.selectNode('Service', 'orders-0');
    await editor.yaml.pane.hover();
    const line = editor.yaml.line('name: cart-2').first();
    await expect(async () => {
      await editor.page.mouse.wheel(0, 200);
      await expect(line).toBeInViewport({ timeout: 300 });
    }).toPass();
    const before = await middleOf(line);
    await editor.pressDelete();
    await expect(editor.node('Service', 'orders-0')).toHaveCount(0);
    const after = await middleOf(line);
    expect(Math.abs(after.y - before.y)).toBeLessThan(25);
  });

  test('the lines that the canvas wrote flash', async ({ editor, page }) => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await editor.pasteOverAll(SHOP);
    await editor.selectNode('Service', 'cart');
    await editor.rename('basket');
    await expect(editor.yaml.writtenLines().first()).toBeAttached();
    await expect(editor.yaml.writtenLines()).toHaveCount(0);
  });

  test('what the canvas wrote is not marked any more once somebody types', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    await editor.selectNode('Service', 'cart');
    await editor.rename('basket');
    await expect(editor.yaml.writtenBars().first()).toBeAttached();
    await editor.yaml.focus();
    // As a person types: for longer than lines flash.
    await page.keyboard.type('-renamed', { delay: 250 });
    await expect(editor.yaml.writtenBars()).toHaveCount(0);
  });
});
