import { expect, test } from './editor-test.ts';
import { KeyboardUser } from './pages/keyboard-user.ts';

const SHOP = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: public}
spec:
  selector: {istio: ingressgateway}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop}
spec:
  hosts: [shop.example.com, pay.example.com]
  gateways: [public]
  http:
    - match: [{uri: {prefix: /cart}}]
      route: [{destination: {host: cart}}]
    - match: [{uri: {exact: /cart/1}}]
      route: [{destination: {host: web}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: tips}
spec:
  hosts: [pay.example.com]
  gateways: [public]
  http:
    - match: [{headers: {x-tip: {exact: "1"}}}]
      route: [{destination: {host: tips}}]
---
apiVersion: v1
kind: Service
metadata: {name: cart}
spec: {ports: [{name: http, port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: tips}
spec: {ports: [{name: http, port: 80}]}
`;

test.describe('effective routes', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('[P9] are in final order by host, lead to their lines and to a trace, and say what is covered', async ({
    editor,
    page,
  }) => {
    const user = new KeyboardUser(editor);
    await editor.pasteOverAll(SHOP);
    await editor.openTab('Routes');
    const shop = page.getByRole('grid', { name: 'shop.example.com' }).locator('[data-route]');
    const pay = page.getByRole('grid', { name: 'pay.example.com' }).locator('[data-route]');
    await expect(shop).toHaveCount(2);
    await expect(pay).toHaveCount(3);
    await expect(shop.nth(1)).toContainText('No request gets here: route 1 takes them all.');
    await expect(shop.nth(1).getByRole('deletion').first()).toHaveText('path is /cart/1');
    await expect(pay.nth(2)).toContainText('Route 1 of another VirtualService takes some');

    // A row leads to its lines and its node; a node marks its rows.
    await pay.nth(2).click();
    await expect(editor.node('VirtualService', 'tips')).toHaveAccessibleName(/Selected/);
    await expect(editor.yaml.line('x-tip')).toBeInViewport();
    await expect(pay.nth(0)).toHaveAttribute('aria-selected', 'false');
    await editor.selectNode('VirtualService', 'shop');
    await expect(pay.nth(0)).toHaveAttribute('aria-selected', 'true');
    await expect(pay.nth(2)).toHaveAttribute('aria-selected', 'false');

    // By keys: to the next row, and a request of this very host for it.
    await expect(page.getByText('0 of 5 routes have a saved request')).toBeVisible();
    await pay.nth(1).focus();
    await user.press('ArrowDown');
    await expect(pay.nth(2)).toBeFocused();
    await user.press('r');
    await expect(editor.traceOutcome()).toHaveText('Reaches tips:80');
    await expect(page.getByLabel('Address or curl command')).toHaveValue(/pay\.example\.com/);
    await user.press('Alt+k');
    await editor.openTab('Routes');
    await expect(page.getByText('1 of 5 routes have a saved request')).toBeVisible();
    await expect(pay.nth(2)).toContainText('1 saved');
    await shop.nth(1).getByRole('button', { name: 'Trace route 2' }).click();
    await expect(page.getByRole('group', { name: 'Warning' })).toContainText(
      'A route in front of it takes the requests',
    );

    await page.getByLabel('Filter routes').fill('x-tip');
    await expect(page.locator('[data-route]')).toHaveCount(1);
  });
});
