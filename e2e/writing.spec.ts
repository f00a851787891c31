import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';

test.describe('help with writing', () => {
  test('an empty document becomes a VirtualService with the keyboard alone', async ({
    editor,
    page,
  }) => {
    const { yaml } = editor;
    await editor.pasteOverAll(SHOP);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('---\n');
    await page.keyboard.press('Control+Space');
    await expect(yaml.suggestion('Gateway')).toBeVisible();
    await page.keyboard.type('Virt');
    await expect(yaml.suggestions()).toHaveCount(1);
    // Monaco's own rows put a comma into their name where the eye sees a gap.
    const violations = await findViolations(page);
    expect(violations.filter((one) => !one.startsWith('label-content-name-mismatch'))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('checkout');
    await expect(editor.node('VirtualService', 'checkout')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('gatew');
    await expect(yaml.suggestion('gateways')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(yaml.suggestion('shop-gateway')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(
      editor.edges('Gateway/default/shop-gateway', 'VirtualService/default/checkout'),
    ).toHaveCount(1);
  });

  test('names lead to each other across documents, are renamed, and what is wrong is mended', async ({
    editor,
    page,
  }) => {
    const { yaml } = editor;
    await editor.pasteOverAll(SHOP);
    await yaml.placeCursorAfter('- shop-gat', SHOP);
    // The cursor has come to rest: the Gateway was selected too while it went by.
    await expect(
      editor.edges('Gateway/default/shop-gateway', 'VirtualService/default/shop'),
    ).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('F12');
    await expect(editor.node('Gateway', 'shop-gateway')).toHaveAttribute('aria-label', /Selected/);
    await page.keyboard.press('Shift+F12');
    const places = page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
    await expect(places).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(places).toHaveCount(0);
    await page.keyboard.press('F2');
    await expect(page.locator('.rename-box input')).toHaveValue('shop-gateway');
    await expect(page.locator('.rename-box input')).toBeFocused();
    await page.keyboard.type('front');
    await page.keyboard.press('Enter');
    await expect(editor.node('Gateway', 'front')).toBeVisible();
    const renamed = SHOP.replaceAll('shop-gateway', 'front');
    expect(await editor.yamlText()).toBe(renamed);

    await yaml.placeCursorAfter('host: ca', renamed);
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'caxrt')).toBeVisible();
    await expect(yaml.pane.locator('.squiggly-error').first()).toBeVisible();
    await page.keyboard.press('Control+Period');
    const fix = page.locator('.action-widget').getByText('Send to cart');
    await expect(fix).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(editor.node('Service', 'caxrt')).toHaveCount(0);
    await expect(yaml.textbox()).toBeFocused();
    expect(await editor.yamlText()).toBe(renamed);
  });

  test('ports and labels lead to what they mean, and a host says what it comes to', async ({
    editor,
    page,
  }) => {
    const { yaml } = editor;
    await editor.pasteOverAll(WORKLOAD);
    const line = yaml.pane.locator('.active-line-number');
    const lineOf = (text: string) => String(WORKLOAD.split(text)[0]?.split('\n').length);
    // A label of the selector leads to the workload whose pods have it.
    await yaml.placeCursorAfter('selector: { app: ca', WORKLOAD);
    await page.keyboard.press('F12');
    await expect(line).toHaveText(lineOf('name: cart\nspec:\n  selector:\n'));
    // A port of a destination leads to that of the Service, and a name of a port is one in both places.
    await yaml.placeCursorAfter('number: 80', WORKLOAD);
    await page.keyboard.press('F12');
    await expect(line).toHaveText(lineOf('{ name: http'));
    await yaml.placeCursorAfter('targetPort: we', WORKLOAD);
    await page.keyboard.press('F2');
    await expect(page.locator('.rename-box input')).toHaveValue('web');
    await expect(page.locator('.rename-box input')).toBeFocused();
    await page.keyboard.type('http-in');
    await page.keyboard.press('Enter');
    const renamed = WORKLOAD.replaceAll('web', 'http-in');
    await expect.poll(() => editor.yamlText()).toBe(renamed);
    // By keyboard, as the pointer does it.
    await yaml.placeCursorAfter('host: ca', renamed);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await expect(page.locator('.monaco-hover-content').first()).toContainText(
      'Service cart in namespace default',
    );
  });

  test('formats when it is asked to, in one step that can be undone', async ({ editor, page }) => {
    const { yaml } = editor;
    const untidy = SHOP.replace('  name: shop-gateway', '    name: shop-gateway  ');
    await editor.pasteOverAll(untidy);
    await yaml.placeCursorAfter('kind: Gate', untidy);
    await page.keyboard.press('Shift+Alt+F');
    await expect(yaml.textbox()).toBeFocused();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
    await page.keyboard.press('Shift+Alt+F');
    await expect(page.getByRole('group', { name: 'Warning' })).toContainText('nothing to format');
    await page.keyboard.press('Control+z');
    await expect.poll(() => editor.yamlText()).toBe(untidy);
  });
});

const WORKLOAD = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: shop
spec:
  hosts: [shop.example.com]
  http:
    - route:
        - destination:
            host: cart
            port: { number: 8080 }
---
apiVersion: v1
kind: Service
metadata:
  name: cart
spec:
  selector: { app: cart }
  ports:
    - { name: http, port: 8080, targetPort: web }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  selector:
    matchLabels: { tier: front }
  template:
    metadata:
      labels: { app: cart, tier: front }
    spec:
      containers:
        - name: cart
          image: cart
          ports:
            - { name: web, containerPort: 80 }
`;
