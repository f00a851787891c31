import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';
import { middleOf } from './pages/stillness.ts';

const TWO_ROUTES = SHOP.replace(
  `    - name: cart
      route:
        - destination:
            host: cart
            port:
              number: 8080
`,
  `    # carts
    - match:
        - uri: { prefix: /cart } # all of them
      route:
        - destination: { host: cart }
          weight: 90
        - destination: { host: orders }
          weight: 10
    - route:
        - destination: { host: orders }
`,
);

const TWO_NAMES = `apiVersion: v1
kind: Service
metadata: { name: shop }
spec:
  selector: &labels
    app: shop
  ports:
    - name: http
      port: &port 80
      targetPort: *port
---
apiVersion: v1
kind: Service
metadata: { name: cart }
spec: { ports: [{ port: 80 }] }
`;

test.describe('the inspector', () => {
  test.beforeEach(async ({ editor }) => editor.openInspector());

  test('says what to do while nothing is selected', async ({ editor, page }) => {
    await editor.canvas.press('Escape');
    await expect(page.getByText(/Select a node or a line on the canvas/)).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  });

  test('[P2] a text is written when it is left, as one step and one line', async ({
    editor,
    page,
  }) => {
    await editor.selectNode('Service', 'my-app-service');
    const before = await editor.yamlText();
    const port = page.getByLabel('Pod’s port 1');
    await port.fill('8080');
    await port.press('Enter');
    const after = before.replace('targetPort: 80', 'targetPort: 8080');
    expect(after).not.toBe(before);
    await expect.poll(() => editor.yamlText()).toBe(after);
    await editor.selectNode('Service', 'my-app-service');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(before);
  });

  test('[P3] Ctrl+Z in a field takes back what is typed, then the last step of the sketch', async ({
    editor,
    page,
  }) => {
    await editor.selectNode('Service', 'my-app-service');
    const port = page.getByLabel('Pod’s port 1');
    await port.click();
    await page.keyboard.press('End');
    await page.keyboard.type('80');
    await page.keyboard.press('Enter');
    await page.keyboard.type('9');
    await expect(port).toHaveValue('80809');
    await editor.undo();
    await expect(port).toHaveValue('8080');
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeEnabled();
    await editor.undo();
    await expect(port).toHaveValue('80');
    await expect(port).toBeFocused();
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
    await editor.redo();
    await expect(port).toHaveValue('8080');
    await expect(port).toBeFocused();
  });

  test('a value that cannot be says why, and is not written', async ({ editor, page }) => {
    await editor.selectNode('Gateway', 'my-gateway');
    const before = await editor.yamlText();
    const port = page.getByLabel('Port', { exact: true }).first();
    await port.fill('70000');
    await expect(page.getByText('A port is a whole number from 1 to 65535.')).toBeVisible();
    await port.press('Tab');
    await expect(port).toHaveValue('80');
    expect(await editor.yamlText()).toBe(before);
  });

  test('hosts and selectors are chips', async ({ editor, page }) => {
    await editor.selectNode('VirtualService', 'my-app-virtualservice');
    await page.getByRole('combobox', { name: 'Hosts' }).fill('www.example.com');
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.yamlText()).toContain('- "www.example.com"');
    await editor.selectNode('Service', 'my-app-service');
    await page.getByRole('combobox', { name: 'Selector' }).fill('no label!');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/is no label/)).toBeVisible();
    await page.getByRole('combobox', { name: 'Selector' }).fill('tier=web');
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.yamlText()).toContain('tier: web');
    expect(await findViolations(page)).toEqual([]);
  });
});

test.describe('routes in the inspector', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(TWO_ROUTES);
    await editor.openInspector();
    await editor.selectNode('VirtualService', 'shop');
  });

  test('are sentences, in the order in which they are tried', async ({ page }) => {
    const routes = page.getByRole('region', { name: 'HTTP routes' }).getByRole('article');
    await expect(routes).toHaveCount(2);
    await expect(routes.first()).toHaveAccessibleName(
      'Route 1 of VirtualService shop: path starts with /cart, to cart, 90 %, to orders, 10 %',
    );
    expect(await findViolations(page)).toEqual([]);
  });

  test('move by key, by button and by drag, comments with them', async ({ editor, page }) => {
    const first = `    # carts
    - match:
        - uri: { prefix: /cart } # all of them
      route:
        - destination: { host: cart }
          weight: 90
        - destination: { host: orders }
          weight: 10
`;
    const second = '    - route:\n        - destination: { host: orders }\n';
    const swapped = TWO_ROUTES.replace(first + second, second + first);
    await page.getByRole('button', { name: 'Move route 1 down' }).click();
    await expect.poll(() => editor.yamlText()).toBe(swapped);
    await page
      .getByRole('article', { name: /^Route 2/ })
      .getByLabel('Path')
      .press('Alt+ArrowUp');
    await expect.poll(() => editor.yamlText()).toBe(TWO_ROUTES);
    const grips = page.locator('[title="Drag to reorder"]');
    await grips.nth(1).dragTo(page.getByRole('article', { name: /^Route 1/ }));
    await expect.poll(() => editor.yamlText()).toBe(swapped);
  });

  test('their shares are typed, dragged, and moved with the arrows', async ({ editor, page }) => {
    const share = page.getByRole('slider', { name: /Share of 1. cart/ });
    await share.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    const at = (cart: number) =>
      TWO_ROUTES.replace('weight: 90', `weight: ${cart}`).replace(
        'weight: 10',
        `weight: ${100 - cart}`,
      );
    await expect.poll(() => editor.yamlText()).toBe(at(79));
    await page.getByLabel('Percent for 2. orders').fill('50');
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.yamlText()).toBe(at(50));
    const from = await middleOf(share);
    await editor.drag(from, { x: from.x + 60, y: from.y });
    await expect
      .poll(async () => /weight: (\d+)/.exec(await editor.yamlText())?.[1])
      .not.toBe('50');
    await editor.selectNode('VirtualService', 'shop');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(at(50));
  });

  test('are duplicated, merged, split and added', async ({ editor, page }) => {
    const more = async (route: number, item: string) => {
      await page.getByRole('button', { name: `More about route ${route}` }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    const routes = page.getByRole('region', { name: 'HTTP routes' }).getByRole('article');
    await more(1, 'Duplicate');
    await expect(routes).toHaveCount(3);
    await more(1, 'Merge with the next');
    await expect(routes).toHaveCount(2);
    await page.getByRole('button', { name: 'Or another path' }).click();
    await expect(routes.first()).toHaveAccessibleName(/\/cart or path starts with \/new/);
    await more(1, 'Split by its conditions');
    await expect(routes).toHaveCount(3);
    await page.getByRole('button', { name: 'Add a route' }).click();
    await expect(routes).toHaveCount(4);
    expect(await editor.yamlText()).toContain('# all of them');
  });
});

test.describe('shared values in the inspector', () => {
  test('[P2] a value that other places use is changed here only, or everywhere', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(TWO_NAMES);
    await editor.openInspector();
    await editor.selectNode('Service', 'shop');
    const port = page.getByLabel('Port 1', { exact: true });
    await expect(page.getByText(/^Port 1 is used in one other place too/)).toBeVisible();
    await port.fill('81');
    await port.press('Enter');
    const here = TWO_NAMES.replace('&port 80', '81').replace('*port', '&port 80');
    await expect.poll(() => editor.yamlText()).toBe(here);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(TWO_NAMES);
    await page.getByText('everywhere', { exact: true }).first().click();
    await port.fill('82');
    await port.press('Enter');
    await expect.poll(() => editor.yamlText()).toBe(TWO_NAMES.replace('80', '82'));
    expect(await findViolations(page)).toEqual([]);
  });
});
