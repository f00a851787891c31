import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

const VIRTUAL_SERVICE = 'VirtualService/default/shop';

test.describe('typing in the YAML', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('[P1] a pasted text becomes the topology, and stays the text that it is', async ({
    editor,
  }) => {
    await expect(editor.node('LoadBalancer', 'istio-ingressgateway')).toBeVisible();
    await expect(editor.node('Gateway', 'shop-gateway')).toBeVisible();
    await expect(editor.node('VirtualService', 'shop')).toBeVisible();
    await expect(editor.node('Service', 'cart')).toBeVisible();
    await expect(editor.nodes()).toHaveCount(5);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('a destination that is typed over points at the other Service', async ({ editor }) => {
    await expect(editor.edges(VIRTUAL_SERVICE, 'Service/default/cart')).toHaveCount(1);
    await editor.typeOver('host: cart', 'host: orders');
    await expect(editor.edges(VIRTUAL_SERVICE, 'Service/default/orders')).toHaveCount(1);
    await expect(editor.edges(VIRTUAL_SERVICE, 'Service/default/cart')).toHaveCount(0);
  });

  test('a destination that is not there is drawn as missing, and says so', async ({ editor }) => {
    await editor.typeOver('host: cart', 'host: basket');
    await expect(editor.node('Service', 'basket')).toHaveAccessibleName(/^Service, missing basket/);
  });

  test('a resource that is typed at the end appears', async ({ editor, page }) => {
    await editor.yaml.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('---\napiVersion: v1\nkind: Service\nmetadata: {name: basket}');
    await expect(editor.node('Service', 'basket')).toBeVisible();
  });

  test('a host that no server has breaks the line from the Gateway, and says why', async ({
    editor,
  }) => {
    const line = editor.edges('Gateway/default/shop-gateway', VIRTUAL_SERVICE);
    await expect(line).not.toHaveAccessibleName(/Broken/);
    await editor.placeCursorAfter('spec:\n  hosts:\n    - shop');
    await editor.page.keyboard.type('s');
    await expect(line).toHaveAccessibleName(/Broken: .*shops\.example\.com/);
  });

  test('an emptied text empties the canvas, which says how to begin', async ({ editor, page }) => {
    await editor.yaml.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect(editor.nodes()).toHaveCount(0);
    await editor.canvas.getByRole('button', { name: 'Add a Gateway' }).click();
    await expect(editor.canvas.getByRole('group', { name: /^Gateway / })).toBeVisible();

    // Who brought templates is told to render them first.
    await editor.pasteOverAll('kind: Gateway\nmetadata:\n  name: {{ .Values.name }}\n');
    await expect(editor.canvas).toContainText('These are templates, not manifests');
    await expect(editor.canvas).toContainText('helm template my-release ./chart');
  });
});
