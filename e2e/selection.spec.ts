import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import { middleOf } from './pages/stillness.ts';

test.describe('selection follows both ways', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('a node that is clicked brings its document into view, marked', async ({ editor }) => {
    await editor.selectNode('Gateway', 'shop-gateway');
    await expect(editor.yaml.line('name: shop-gateway')).toBeInViewport();
    await expect(editor.yaml.selectedLines().first()).toBeAttached();
  });

  test('the cursor in a document selects its node', async ({ editor }) => {
    await editor.placeCursorAfter('name: cart\nspec');
    await expect(editor.node('Service', 'cart')).toHaveAccessibleName(/Selected/);
    await editor.placeCursorAfter('name: shop-gateway');
    await expect(editor.node('Gateway', 'shop-gateway')).toHaveAccessibleName(/Selected/);
    await expect(editor.node('Service', 'cart')).not.toHaveAccessibleName(/Selected/);
  });

  test('a line that is clicked shows the lines of the YAML that make it', async ({ editor }) => {
    const line = editor.edges('VirtualService/default/shop', 'Service/default/cart');
    const from = await middleOf(
      editor.handles(editor.node('VirtualService', 'shop'), 'right').last(),
    );
    const to = await middleOf(editor.handles(editor.node('Service', 'cart'), 'left').first());
    await editor.page.mouse.click((from.x + to.x) / 2, (from.y + to.y) / 2);
    await expect(line).toHaveAttribute('aria-pressed', 'true');
    await expect(editor.yaml.line('host: cart')).toBeInViewport();
    await expect(editor.yaml.selectedLines().first()).toBeAttached();
  });

  test('the pointer over one marks the other, and moves nothing', async ({ editor, page }) => {
    const pointed = editor.canvas.locator('[data-pointed]');
    const bars = editor.yaml.pane.locator('.pointed-line-bar');
    await editor.placeCursorAfter('name: shop-gateway');
    // Keys that are still on their way take the mark away until the pointer moves again.
    await expect(async () => {
      await page.getByRole('banner').hover();
      await editor.yaml.line('name: shop-gateway').hover();
      await expect(pointed).toHaveAttribute('data-pointed', 'Gateway/default/shop-gateway', {
        timeout: 1_000,
      });
    }).toPass();
    await page.keyboard.press('End');
    await page.keyboard.type('x');
    await expect(pointed).toHaveCount(0);
    await page.keyboard.press('Backspace');
    await expect(bars).toHaveCount(0);
    await editor.nameOf('Gateway', 'shop-gateway').hover();
    await expect(bars.first()).toBeVisible();
    await expect(editor.yaml.line('name: shop-gateway')).toBeInViewport();
    await page.getByRole('banner').hover();
    await expect(bars).toHaveCount(0);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('Escape and a click on the empty canvas select nothing', async ({ editor, page }) => {
    await editor.selectNode('Service', 'cart');
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'cart')).not.toHaveAccessibleName(/Selected/);
    await editor.selectNode('Service', 'cart');
    const { x, y } = await editor.emptyPlace();
    await page.mouse.click(x, y);
    await expect(editor.node('Service', 'cart')).not.toHaveAccessibleName(/Selected/);
  });

  test('[P9] Enter leads to the fields of nodes and lines, Escape back, and Y into the YAML', async ({
    editor,
    page,
  }) => {
    const fields = page.getByRole('tabpanel', { name: 'Inspector' });
    await editor.selectNode('Service', 'orders');
    await page.keyboard.press('Enter');
    await expect(fields.getByRole('heading', { name: 'orders' })).toBeVisible();
    await expect(fields.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'orders')).toBeFocused();
    await page.keyboard.press('y');
    await expect(editor.yaml.pane.getByRole('textbox').first()).toBeFocused();

    // What is not in the YAML says why it is there, and a line what it means.
    await editor.selectNode('LoadBalancer', 'istio-ingressgateway');
    await page.keyboard.press('Enter');
    await expect(fields).toContainText('LoadBalancer, implied.');
    await expect(fields.getByRole('button', { name: 'Write it out' })).toBeFocused();
    await editor.clickLine(
      editor.edges('VirtualService/default/shop', 'Service/default/cart').first(),
    );
    await expect(fields).toContainText('Sends requests to cart:8080');
    await expect(fields.getByRole('button', { name: 'Disconnect' })).toBeEnabled();
  });

  test('[P9] nodes and lines can be walked with the keyboard alone', async ({ editor, page }) => {
    await editor.canvas.focus();
    await page.keyboard.press('Tab');
    await expect(editor.node('LoadBalancer', 'istio-ingressgateway')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(editor.node('Gateway', 'shop-gateway')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await expect(editor.node('VirtualService', 'shop')).toHaveAccessibleName(/Selected/);
    await page.keyboard.press('e');
    await expect(editor.edges('VirtualService/default/shop', 'Service/default/cart')).toBeFocused();
  });
});
