import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/setup.mjs';
import { expect, test } from './editor-test.ts';
import { KeyboardUser } from './pages/keyboard-user.ts';

/** What the command line sees in a text: the same as the canvas. */
function topologyOf(text: string): unknown {
  const portolan = join(ROOT, 'packages/cli/bin/portolan.mjs');
  const printed = execFileSync(process.execPath, [portolan, 'topology', '-', '--json'], {
    input: text,
    encoding: 'utf8',
  });
  return JSON.parse(printed);
}

function sample(file: string): string {
  return readFileSync(join(ROOT, 'public/samples', file), 'utf8');
}

test.describe('[P9] with keys alone', () => {
  test.slow();

  test('the first sample is drawn from nothing', async ({ editor }) => {
    const user = new KeyboardUser(editor);
    await user.command('New, empty');
    await expect(editor.nodes()).toHaveCount(0);
    await editor.waitForKeys();

    await user.add('Gateway');
    await expect(editor.node('Gateway', 'my-gateway')).toBeVisible();
    await editor.waitForKeys();
    await user.press('Control+ArrowRight');
    await expect(editor.canvas.getByRole('group', { name: /^VirtualService/ })).toBeVisible();
    await user.rename('my-app-virtualservice');
    await user.press('Control+ArrowRight');
    await expect(editor.canvas.getByRole('group', { name: /^Service/ })).toBeVisible();
    await user.rename('my-app-service');
    await user.press('Control+ArrowRight');
    await expect(editor.node('Service', 'my-app-service')).toContainText('1 workload');

    await user.goTo('my-app-virtualservice');
    await user.goToFields();
    await user.fillList('Hosts', 'myapp.example.com');
    await user.fill(/^Host of 1\. /, 'my-app-service.default.svc.cluster.local');
    await user.fill(/^Port of 1\. /, '80');

    await user.goTo('my-gateway');
    await user.goToFields();
    await user.button('Add a server');
    await user.fill('Port', '443');
    await user.pick('Protocol', 'HTTPS');
    await user.fill('Name', 'https');
    await user.fillList('Hosts', 'myapp.example.com');
    await user.pick('TLS mode', 'SIMPLE');
    await user.fill('Secret with the certificate', 'my-tls-secret');

    await expect(editor.node('Gateway', 'my-gateway')).toContainText('my-tls-secret');
    const text = await editor.yamlText();
    expect(topologyOf(text)).toEqual(topologyOf(sample('ingress.yaml')));
  });

  test('the second sample, with its canary, is drawn from nothing', async ({ editor }) => {
    const user = new KeyboardUser(editor);
    await user.command('New, empty');
    await expect(editor.nodes()).toHaveCount(0);
    await editor.waitForKeys();

    await user.add('Gateway');
    await expect(editor.node('Gateway', 'my-gateway')).toBeVisible();
    await user.rename('shop-gateway');
    await user.goToFields();
    await user.fillList('Hosts', 'shop.example.com');
    await user.goTo('shop-gateway');
    await user.press('Control+ArrowRight');
    await expect(editor.canvas.getByRole('group', { name: /^VirtualService/ })).toBeVisible();
    await user.rename('cart');
    await user.press('Control+ArrowRight');
    await expect(editor.canvas.getByRole('group', { name: /^Service/ })).toBeVisible();
    await user.rename('cart');
    await user.goTo('cart');
    await user.command('Split 90/10 for a canary');
    await expect(editor.node('VirtualService', 'cart')).toContainText('90 %');
    await user.command('Add a route');
    await expect(editor.node('VirtualService', 'cart')).toContainText('/new');
    await user.goToFields();
    await user.fillFirst(/^Subset of 1\. cart/, 'v2');

    const text = await editor.yamlText();
    expect(topologyOf(text)).toEqual(topologyOf(sample('canary.yaml')));
  });
});
