import { expect, test } from './editor-test.ts';
import { manyIngresses } from './manifests.ts';
import { KeyboardUser } from './pages/keyboard-user.ts';

test.describe('a traced request', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('reaches its workload, dies where the text says so, and follows every edit', async ({
    editor,
  }) => {
    await editor.trace('https://myapp.example.com/');
    await expect(editor.traceOutcome()).toHaveText('Reaches my-app-service:80');
    await expect(editor.spoken()).toContainText('Trace: Reaches my-app-service:80.');
    const gateway = editor.node('Gateway', 'my-gateway');
    await expect(gateway.locator('div[data-row="server-1"]')).toHaveAttribute(
      'data-traced',
      'true',
    );

    // Hop by hop: the card of the listener shows what was there.
    await editor
      .hops()
      .getByRole('button', { name: /^Listener/ })
      .click();
    await expect(editor.page.getByRole('region', { name: /^Hop 2: Listener/ })).toBeVisible();

    await editor.trace('http://other.example.com/');
    await expect(editor.traceOutcome()).toHaveText('404: no virtual host has this host');
    await expect(editor.page.getByRole('region', { name: 'What comes of it' })).toContainText(
      'other.example.com',
    );

    await editor.trace("curl -k 'https://myapp.example.com/cart'");
    await expect(editor.traceOutcome()).toHaveText('Reaches my-app-service:80');
    await editor.typeOver('- my-gateway', '# - my-gateway');
    await expect(editor.traceOutcome()).toHaveText('404: no VirtualService is on this server');
    await expect(editor.hops().getByRole('button', { name: /^Virtual host/ })).toContainText(
      'No VirtualService is on this server',
    );
  });

  test('[P9] is asked for, walked through and ended by keys alone', async ({ editor }) => {
    const user = new KeyboardUser(editor);
    await user.press('Alt+l');
    await expect(editor.page.getByLabel('Address or curl command')).toBeFocused();
    await user.press('Control+k');
    await expect(editor.page.getByRole('dialog', { name: /^Search/ })).toBeVisible();
    await user.press('Escape');
    await expect(editor.page.getByLabel('Address or curl command')).toBeFocused();
    await user.press('Control+a');
    await editor.page.keyboard.type('https://myapp.example.com/');
    await user.press('Enter');
    await expect(editor.spoken()).toContainText('Trace: Reaches my-app-service:80.');
    await user.press('Shift+F9');
    await expect(editor.hops().locator('[aria-current="step"]')).toContainText('Service');
    await editor.canvas.focus();
    await user.press('Escape');
    await expect(editor.traceOutcome()).toHaveCount(0);
  });

  test('is made from a node that is selected, and Envoy shows what its lines make', async ({
    editor,
  }) => {
    await editor.selectNode('VirtualService', 'my-app-virtualservice');
    await editor.page.keyboard.press('r');
    await expect(editor.traceOutcome()).toHaveText('Reaches my-app-service:80');
    await editor.page.getByRole('tab', { name: 'Envoy' }).click();
    const tree = editor.page.getByRole('tree', { name: 'What istiod programs' });
    await tree.getByRole('treeitem', { name: /^Listener 0\.0\.0\.0_8443/ }).click();
    const json = editor.page.getByRole('region', { name: 'As Envoy has it' });
    await expect(json).toContainText('"name": "0.0.0.0_8443"');
    await editor.placeCursorAfter('number: 443');
    await expect(tree.locator('[aria-selected="true"]')).not.toContainText('0.0.0.0_8443');
  });

  test('finds its way on a map of a thousand resources, and lets one type meanwhile', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(manyIngresses(260).replace('host: cart-7\n', 'host: gone\n'));
    await expect(page.getByText('1040 resources')).toBeVisible();
    await editor.trace('http://shop-131.example.com/');
    await expect(editor.traceOutcome()).toHaveText('Reaches cart-131:8080');
    // The map has gone to the end of the way; the way is lit, and what is beside it is not.
    const end = editor.node('Service', 'cart-131');
    const routes = editor.node('VirtualService', 'shop-131');
    const beside = editor.node('VirtualService', 'shop-132');
    await expect(end).toBeInViewport();
    await expect(end).toHaveClass(/\btraced current\b/);
    await expect(routes).toHaveClass(/\btraced\b/);
    await expect(editor.node('Gateway', 'shop-131-gateway')).toHaveClass(/\btraced\b/);
    await expect(
      editor
        .edges('Gateway/default/shop-131-gateway', 'VirtualService/default/shop-131')
        .locator('[data-traced="true"]'),
    ).toHaveCount(1);
    await expect(beside).toHaveClass(/\buntraced\b/);

    // Another request: the map goes to where it dies.
    await editor.trace('http://shop-7.example.com/');
    await expect(editor.traceOutcome()).toHaveText('503: the destination is not there');
    const last = editor.node('VirtualService', 'shop-7');
    await expect(last).toBeInViewport();
    await expect(last).toHaveClass(/\btraced died\b/);
    await expect(editor.hops().locator('[aria-current="step"]')).toContainText('Cluster');

    // What is typed is there at once; the trace says that it is of the text before, and follows.
    const isTold = page.waitForFunction(() => document.body.textContent?.includes('Catching up…'));
    await editor.typeOver('host: gone', 'host: cart-7');
    await isTold;
    await expect(editor.traceOutcome()).toHaveText('Reaches cart-7:8080');
    await expect(page.getByText('Catching up…')).toHaveCount(0);
    await expect.poll(() => editor.yamlText()).toContain('host: cart-7\n');
    await expect(editor.node('Service', 'cart-7')).toHaveClass(/\btraced current\b/);
  });
});
