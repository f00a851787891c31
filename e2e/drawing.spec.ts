import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';
import { ActionCounter } from './pages/action-counter.ts';

test('from an empty canvas to HTTPS with redirect and a 90/10 canary in at most 12 actions', async ({
  editor,
  page,
}) => {
  await editor.openSketchMenu('New, empty');
  await expect(editor.nodes()).toHaveCount(0);
  const actions = await ActionCounter.start(page);

  await editor.canvas.getByRole('button', { name: 'Add a Gateway' }).click();
  await expect(editor.node('Gateway', 'my-gateway')).toBeVisible();
  await editor.waitForKeys();
  await page.keyboard.press('Control+ArrowRight');
  await expect(editor.node('VirtualService', 'my-app')).toBeVisible();
  await editor.waitForKeys();
  await page.keyboard.press('Control+ArrowRight');
  await expect(editor.node('Service', 'my-app')).toBeVisible();
  await editor.waitForKeys();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('canary');
  await page.keyboard.press('Enter');
  await expect(editor.node('VirtualService', 'my-app')).toContainText('90 %');
  await editor.selectNode('Gateway', 'my-gateway');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('https');
  await page.keyboard.press('Enter');
  await expect(editor.node('Gateway', 'my-gateway')).toContainText('443');

  expect(await actions.count()).toBe(10);
  expect(await editor.yamlText()).toBe(`apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: my-gateway
spec:
  selector:
    istio: ingressgateway
  servers:
  - port:
      number: 80
      name: http
      protocol: HTTP
    hosts:
    - "*"
    tls:
      httpsRedirect: true
  - port:
      number: 443
      name: https
      protocol: HTTPS
    tls:
      mode: SIMPLE
      credentialName: my-tls
    hosts:
    - "*"
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: my-app
spec:
  hosts:
  - my-app.example.com
  gateways:
  - my-gateway
  http:
  - route:
    - destination:
        host: my-app
        subset: v1
      weight: 90
    - destination:
        host: my-app
        subset: v2
      weight: 10
---
apiVersion: v1
kind: Service
metadata:
  name: my-app
  labels:
    app: my-app
spec:
  selector:
    app: my-app
  ports:
  - name: http
    port: 80
    targetPort: 80
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: my-app
spec:
  host: my-app
  subsets:
  - name: v1
    labels:
      version: v1
  - name: v2
    labels:
      version: v2
`);
});

test('each step of drawing is one step back', async ({ editor, page }) => {
  await editor.openSketchMenu('New, empty');
  await editor.add('Gateway');
  await expect(editor.node('Gateway', 'my-gateway')).toBeVisible();
  const gateway = await editor.yamlText();
  await editor.selectNode('Gateway', 'my-gateway');
  await page.keyboard.press('Control+ArrowRight');
  await expect(editor.node('VirtualService', 'my-app')).toBeVisible();
  await editor.undo();
  await expect(editor.node('VirtualService', 'my-app')).toHaveCount(0);
  expect(await editor.yamlText()).toBe(gateway);
});

test('a new ingress is written from five answers', async ({ editor, page }) => {
  await editor.openSketchMenu('New, empty');
  await editor.add('New ingress…');
  const dialog = page.getByRole('dialog', { name: 'New ingress' });
  await dialog.getByLabel('Host').fill('tea.example.com');
  await dialog.getByLabel('Secret with the certificate').fill('tea-tls');
  await dialog.getByLabel('Service', { exact: true }).fill('tea');
  await dialog.getByLabel('Port').fill('8080');
  await dialog.getByLabel('Paths').fill('/green');
  await dialog.getByLabel('Canary').press('Space');
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Write it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(editor.node('Gateway', 'tea-gateway')).toContainText('tea.example.com');
  await expect(editor.node('VirtualService', 'tea')).toContainText('10 %');
  await expect(editor.node('Service', 'tea')).toContainText(':8080');
});

test('an answer that cannot be is refused where it stands', async ({ editor, page }) => {
  await editor.add('New ingress…');
  const dialog = page.getByRole('dialog', { name: 'New ingress' });
  await dialog.getByLabel('Host').fill('https://tea');
  await dialog.getByRole('button', { name: 'Write it' }).click();
  await expect(dialog.getByText(/cannot be the host of an ingress/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('C lists what the node can be connected to, and says why not the others', async ({
  editor,
  page,
}) => {
  await editor.pasteOverAll(SHOP);
  await editor.selectNode('VirtualService', 'shop');
  await page.keyboard.press('c');
  await expect(page.getByRole('option', { name: /^shop-gateway ?, .* already/ })).toBeDisabled();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.type('orders');
  await page.keyboard.press('Enter');
  await expect(
    editor.edges('VirtualService/default/shop', 'Service/default/orders'),
  ).not.toHaveCount(0);
  expect(await editor.yamlText()).toContain('host: orders');
});

test('a search goes to the node that has the host or path', async ({ editor, page }) => {
  await editor.pasteOverAll(SHOP);
  await editor.canvas.focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('9090');
  await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(editor.node('Service', 'orders')).toHaveAccessibleName(/Selected/);
  await editor.canvas.focus();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('no such thing');
  await expect(page.getByText('Nothing matches “no such thing”.')).toBeVisible();
});

test('copy and paste on the canvas is YAML, with a name that is free', async ({ editor, page }) => {
  await editor.pasteOverAll(SHOP);
  await editor.selectNode('Service', 'cart');
  await page.keyboard.press('Control+c');
  const cart = SHOP.split('---\n')[2] ?? '';
  await expect.poll(() => editor.readClipboard()).toBe(cart);
  await page.keyboard.press('Control+v');
  await expect(editor.node('Service', 'cart-copy')).toHaveAccessibleName(/Selected/);
  expect(await editor.yamlText()).toBe(
    `${SHOP}---\n${cart.replace('name: cart', 'name: cart-copy')}`,
  );
});

test('cut takes the manifest out, paste brings it back', async ({ editor, page }) => {
  await editor.pasteOverAll(SHOP);
  await editor.selectNode('Service', 'orders');
  await page.keyboard.press('Control+x');
  await expect(editor.node('Service', 'orders')).toHaveCount(0);
  await editor.canvas.focus();
  await page.keyboard.press('Control+v');
  await expect(editor.node('Service', 'orders')).toBeVisible();
  expect(await editor.yamlText()).toBe(SHOP);
});

test('the keys are listed, and the focus comes back from the list', async ({ editor, page }) => {
  await editor.selectNode('Gateway', 'my-gateway');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toContainText('Connect to…');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('F2');
  await expect(page.getByRole('dialog', { name: /Rename Gateway/ })).toBeVisible();
});
