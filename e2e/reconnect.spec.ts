import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import { middleOf, restingBox } from './pages/stillness.ts';

const VIRTUAL_SERVICE = 'VirtualService/default/shop';
const GATEWAY = 'Gateway/default/shop-gateway';
const CART = 'Service/default/cart';
const ORDERS = 'Service/default/orders';

/** The shop with a second Gateway and a second route. */
const LARGER = SHOP.replace(
  '              number: 8080\n',
  `              number: 8080
    - match:
        - uri:
            prefix: /orders
      route:
        - destination:
            host: orders
`,
).concat(`---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: side-gateway
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts:
        - shop.example.com
`);

test.describe('moving an end of a line', () => {
  test('the end of a route leads to another Service: host and port change in place, as one step', async ({
    editor,
  }) => {
    await editor.pasteOverAll(SHOP);
    const line = editor.edges(VIRTUAL_SERVICE, CART);
    await expect(line).toHaveCount(1);
    await editor.moveEnd(line, 'target', editor.nameOf('Service', 'orders'));
    await expect(editor.edges(VIRTUAL_SERVICE, ORDERS)).toHaveCount(1);
    await expect(line).toHaveCount(0);
    await expect
      .poll(() => editor.yamlText())
      .toBe(SHOP.replace('host: cart', 'host: orders').replace('number: 8080', 'number: 9090'));
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
    await expect(line).toHaveCount(1);
  });

  test('the moved line is selected and has the focus, so that Delete reaches it', async ({
    editor,
  }) => {
    await editor.pasteOverAll(SHOP);
    await editor.moveEnd(
      editor.edges(VIRTUAL_SERVICE, CART),
      'target',
      editor.nameOf('Service', 'orders'),
    );
    const moved = editor.edges(VIRTUAL_SERVICE, ORDERS);
    await expect(moved).toBeFocused();
    await expect(moved).toHaveAttribute('aria-pressed', 'true');
    await editor.pressDelete();
    await expect(moved).toHaveCount(0);
  });

  test('the start of a route is moved to another route of the VirtualService', async ({
    editor,
  }) => {
    await editor.pasteOverAll(LARGER);
    await editor.moveEnd(
      editor.edges(VIRTUAL_SERVICE, CART),
      'source',
      editor.node('VirtualService', 'shop').getByText('/orders'),
    );
    const cart = LARGER.slice(LARGER.indexOf('    - name: cart'), LARGER.indexOf('    - match:'));
    const destination = cart.slice(cart.indexOf('        - destination'));
    await expect
      .poll(() => editor.yamlText())
      .toBe(
        LARGER.replace(cart, '').replace(
          'host: orders\n',
          `host: orders\n          weight: 50\n${destination}          weight: 50\n`,
        ),
      );
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(LARGER);
  });

  test('the start of the line from a Gateway is moved to another Gateway', async ({ editor }) => {
    await editor.pasteOverAll(LARGER);
    await editor.moveEnd(
      editor.edges(GATEWAY, VIRTUAL_SERVICE),
      'source',
      editor.nameOf('Gateway', 'side-gateway'),
    );
    await expect(editor.edges('Gateway/default/side-gateway', VIRTUAL_SERVICE)).toHaveCount(1);
    await expect
      .poll(() => editor.yamlText())
      .toBe(LARGER.replace('    - shop-gateway\n', '    - side-gateway\n'));
  });

  test('letting go on nothing, and Escape, leave it as it was', async ({ editor, page }) => {
    await editor.pasteOverAll(SHOP);
    const line = editor.edges(VIRTUAL_SERVICE, CART);
    const held = await middleOf(await editor.gripOf(line, 'target'));
    await editor.drag(held, await editor.emptyPlace());
    await expect(line).toHaveCount(1);
    const grip = await middleOf(await editor.gripOf(line, 'target'));
    const orders = await middleOf(editor.nameOf('Service', 'orders'));
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(orders.x, orders.y, { steps: 5 });
    await expect(editor.canvas.getByRole('status')).toHaveText('Move to Service orders');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(line).toHaveCount(1);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('where it cannot lead says why at the pointer, and writes nothing', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    const line = editor.edges(VIRTUAL_SERVICE, CART);
    const grip = await middleOf(await editor.gripOf(line, 'target'));
    const gateway = await middleOf(editor.nameOf('Gateway', 'shop-gateway'));
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(gateway.x, gateway.y, { steps: 5 });
    await expect(editor.canvas.getByRole('status')).toContainText(
      'ends at a Service or a ServiceEntry, and shop-gateway is a Gateway',
    );
    await page.mouse.up();
    await expect(editor.notices()).toContainText('shop-gateway is a Gateway');
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('[P9] the grips are large enough at every zoom, and a click on one selects the line', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    const line = editor.edges(VIRTUAL_SERVICE, CART);
    for (const zoom of ['Zoom in', 'Zoom out', 'Zoom out']) {
      await page.getByRole('button', { name: zoom }).click();
      const grip = await editor.gripOf(line, 'target');
      const box = await restingBox(grip);
      expect(box.width).toBeGreaterThanOrEqual(23.9);
      expect(box.height).toBeGreaterThanOrEqual(23.9);
    }
    await (await editor.gripOf(line, 'source')).click();
    await expect(line).toHaveAttribute('aria-pressed', 'true');
  });

  test('[P9] the same by keyboard, from the menu of the line', async ({ editor, page }) => {
    await editor.pasteOverAll(SHOP);
    await editor.node('VirtualService', 'shop').focus();
    await page.keyboard.press('e');
    await expect(editor.edges(VIRTUAL_SERVICE, CART)).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Move the end to…' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Where to').first()).toBeFocused();
    await expect(dialog.getByRole('option')).toHaveText([/orders/]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(editor.edges(VIRTUAL_SERVICE, CART)).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Move the end to…' }).press('Enter');
    await expect(dialog.getByLabel('Where to').first()).toBeFocused();
    await page.keyboard.type('ord');
    await page.keyboard.press('Enter');
    await expect(editor.edges(VIRTUAL_SERVICE, ORDERS)).toBeFocused();
    expect(await editor.yamlText()).toContain('host: orders');
  });
});
