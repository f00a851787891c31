import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import { middleOf } from './pages/stillness.ts';

const VIRTUAL_SERVICE = 'VirtualService/default/shop';
const ORDERS = 'Service/default/orders';

/** The same shop, whose VirtualService names no gateway yet. */
const UNBOUND = SHOP.replace('  gateways:\n    - shop-gateway\n', '');

/** A load balancer of the text, and a Gateway that is on no gateway yet. */
const EDGE = `apiVersion: v1
kind: Service
metadata:
  name: edge
spec:
  type: LoadBalancer
  selector: { istio: edge }
  ports:
    - { name: http, port: 80 }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: shop
spec:
  selector:
    istio: nowhere # yet
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example.com]
`;

/** A VirtualService, and one without hosts that it could leave requests to. */
const ROOT = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: root
spec:
  hosts: [shop.example.com]
  http:
    # everything else
    - route:
        - destination: { host: web }
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: part
spec:
  http:
    - route:
        - destination: { host: parts }
`;
const DELEGATED = ROOT.replace(
  '    # everything else\n',
  '    - match: [{ uri: { prefix: /part } }]\n      delegate: { name: part }\n    # everything else\n',
);
const EXPOSED = EDGE.replace('istio: nowhere # yet', 'istio: edge # yet');

/** A line of each kind, and what the text is without it. */
const DISCONNECTED = [
  {
    kind: 'LoadBalancer → Gateway',
    text: EXPOSED,
    source: 'LoadBalancer/default/edge',
    target: 'Gateway/default/shop',
    after: EXPOSED.replace('istio: edge # yet', 'istio: none # yet'),
  },
  {
    kind: 'Gateway → VirtualService',
    text: SHOP,
    source: 'Gateway/default/shop-gateway',
    target: VIRTUAL_SERVICE,
    after: UNBOUND,
  },
  {
    kind: 'VirtualService → Service',
    text: SHOP,
    source: VIRTUAL_SERVICE,
    target: 'Service/default/cart',
    after: SHOP.replace(/ {2}http:\n {4}- name: cart\n(?: {6,}.*\n)*/, ''),
  },
  {
    kind: 'VirtualService → VirtualService',
    text: DELEGATED,
    source: 'VirtualService/default/root',
    target: 'VirtualService/default/part',
    after: ROOT,
  },
] as const;

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
    await page.keyboard.press('Space');
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
    await editor.drag(await middleOf(route), await editor.emptyPlace());
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('a line from a load balancer to a Gateway gives it the selector', async ({ editor }) => {
    await editor.pasteOverAll(EDGE);
    await expect(editor.edges('LoadBalancer/default/edge', 'Gateway/default/shop')).toHaveCount(0);
    const port = editor.handles(editor.node('LoadBalancer', 'edge'), 'right').first();
    await editor.connect(port, editor.nameOf('Gateway', 'shop'));
    const line = editor.edges('LoadBalancer/default/edge', 'Gateway/default/shop');
    await expect(line).toHaveCount(1);
    await expect
      .poll(() => editor.yamlText())
      .toBe(EDGE.replace('istio: nowhere # yet', 'istio: edge # yet'));
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(EDGE);
    await expect(line).toHaveCount(0);
  });

  test('a line between VirtualServices delegates, before the route that takes everything', async ({
    editor,
  }) => {
    await editor.pasteOverAll(ROOT);
    const route = editor.handles(editor.node('VirtualService', 'root'), 'right').first();
    await editor.connect(route, editor.nameOf('VirtualService', 'part'));
    const line = editor.edges('VirtualService/default/root', 'VirtualService/default/part');
    await expect(line).toHaveCount(1);
    await expect(line).not.toHaveAccessibleName(/Broken/);
    const text = await editor.yamlText();
    expect(text.indexOf('name: part')).toBeLessThan(text.indexOf('# everything else'));
    expect(text).toMatch(/delegate:\n\s+name: part\n/);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(ROOT);
  });

  for (const { kind, text, source, target, after } of DISCONNECTED) {
    test(`a selected ${kind} line is disconnected with Delete`, async ({ editor }) => {
      await editor.pasteOverAll(text);
      const line = editor.edges(source, target);
      await expect(line).toHaveCount(1);
      await editor.clickLine(line);
      await editor.pressDelete();
      await expect(line).toHaveCount(0);
      await expect.poll(() => editor.yamlText()).toBe(after);
      await editor.undo();
      await expect.poll(() => editor.yamlText()).toBe(text);
    });
  }
});
