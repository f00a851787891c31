import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

const VIRTUAL_SERVICE = 'VirtualService/default/shop';
const ORDERS = 'Service/default/orders';

/** The same shop, whose VirtualService names no gateway yet. */
const UNBOUND = SHOP.replace('  gateways:\n    - shop-gateway\n', '');

test.describe('connections', () => {
  test('a line from a route to a Service writes a destination with weights that add up', async ({
    editor,
  }) => {
    await editor.pasteOverAll(SHOP);
    const route = editor.handles(editor.node('VirtualService', 'shop'), 'right').first();
    await editor.connect(route, editor.nameOf('Service', 'orders'));
    await expect(editor.edges(VIRTUAL_SERVICE, ORDERS)).toHaveCount(1);
    const text = await editor.yamlText();
    expect(text).toContain('host: orders');
    const weights = [...text.matchAll(/weight: (\d+)/g)].map((match) => Number(match[1]));
    expect(weights).toHaveLength(2);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('a line from a Gateway to a VirtualService names the gateway', async ({ editor }) => {
    await editor.pasteOverAll(UNBOUND);
    await expect(editor.edges('Gateway/default/shop-gateway', VIRTUAL_SERVICE)).toHaveCount(0);
    const server = editor.handles(editor.node('Gateway', 'shop-gateway'), 'right').first();
    await editor.connect(server, editor.nameOf('VirtualService', 'shop'));
    const line = editor.edges('Gateway/default/shop-gateway', VIRTUAL_SERVICE);
    await expect(line).toHaveCount(1);
    await expect(line).not.toHaveAccessibleName(/Broken/);
    expect(await editor.yamlText()).toMatch(/gateways:\n\s*- shop-gateway/);
  });

  test('a selected line is disconnected with Delete, and its destination goes', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    await editor.node('VirtualService', 'shop').focus();
    await page.keyboard.press('e');
    const line = editor.edges(VIRTUAL_SERVICE, 'Service/default/cart');
    await expect(line).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await expect(line).toHaveCount(0);
    expect(await editor.yamlText()).not.toContain('host: cart');
    await expect(editor.node('Service', 'cart')).toBeVisible();
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('an impossible connection is refused with its reason, and writes nothing', async ({
    editor,
  }) => {
    await editor.pasteOverAll(SHOP);
    const server = editor.handles(editor.node('Gateway', 'shop-gateway'), 'right').first();
    await editor.connect(server, editor.nameOf('Service', 'orders'));
    await expect(editor.notices()).toContainText(/VirtualService/);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('letting go over nothing connects nothing', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    const route = editor.handles(editor.node('VirtualService', 'shop'), 'right').first();
    const box = await editor.canvas.boundingBox();
    const grip = await route.boundingBox();
    if (box === null || grip === null) throw new Error('The canvas is not on screen');
    await editor.drag(
      { x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 },
      { x: box.x + box.width / 2, y: box.y + 40 },
    );
    expect(await editor.yamlText()).toBe(SHOP);
  });
});
