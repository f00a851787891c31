import { expect, test } from './editor-test.ts';

test.describe('what the text does not hold', () => {
  test('the implied load balancer is written into the YAML with one click', async ({ editor }) => {
    const before = await editor.yamlText();
    const node = editor.node('LoadBalancer', 'istio-ingressgateway');
    await expect(node).toHaveAccessibleName(/implied/);
    await node.getByRole('button', { name: 'Write it out' }).click();
    await expect(node).not.toHaveAccessibleName(/implied/);
    const after = await editor.yamlText();
    expect(after.startsWith(before)).toBe(true);
    const written = after.slice(before.length);
    expect(written).toContain('kind: Service');
    expect(written).toContain('name: istio-ingressgateway');
    expect(written).toContain('namespace: istio-system');
    expect(written).toContain('type: LoadBalancer');
    await editor.undo();
    await expect(node).toHaveAccessibleName(/implied/);
    expect(await editor.yamlText()).toBe(before);
  });

  test('the implied load balancer says in a line what it gives, and behind "Why?" the whole', async ({
    editor,
    page,
  }) => {
    const node = editor.node('LoadBalancer', 'istio-ingressgateway');
    await expect(node).toContainText('Not in this YAML. It gives the external address.');
    await expect(node).toHaveAccessibleName(/Not in this YAML\. It gives the external address\./);
    const why = node.getByRole('button', { name: 'Why?' });
    await why.click();
    const popover = page.getByRole('dialog', { name: 'Why is istio-ingressgateway here?' });
    await expect(popover).toContainText('A Gateway only declares what to listen on');
    await expect(popover).toContainText('gives the external address');
    await expect(popover).toContainText('Portolan assumes that istio-ingressgateway runs in');
    await popover.getByRole('button', { name: 'Copy this line' }).click();
    await expect
      .poll(() => editor.readClipboard())
      .toBe('kubectl get svc -n istio-system istio-ingressgateway');
    await page.keyboard.press('Escape');
    await expect(popover).toHaveCount(0);
    await expect(why).toBeFocused();
  });

  test('[P9] "Why?" is asked, read and left by keyboard too', async ({ editor, page }) => {
    const node = editor.node('LoadBalancer', 'istio-ingressgateway');
    await editor.canvas.focus();
    await page.keyboard.press('Tab');
    await expect(node).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Why is istio-ingressgateway here?' }).press('Enter');
    const popover = page.getByRole('dialog', { name: 'Why is istio-ingressgateway here?' });
    await expect(popover.getByRole('button', { name: 'Copy this line' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(popover).toHaveCount(0);
    await expect(node).toBeFocused();
  });

  test('[P9] where a Secret has to be is asked by keyboard too', async ({ editor, page }) => {
    await editor.selectNode('Gateway', 'my-gateway');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Secret my-tls-secret' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'Secret my-tls-secret' })).toContainText(
      'kubectl create secret tls my-tls-secret',
    );
  });

  test('the credential says in which namespace its Secret has to be, and how to make it', async ({
    editor,
    page,
  }) => {
    await page.getByRole('button', { name: /my-tls-secret/ }).click();
    const popover = page.getByRole('dialog');
    await expect(popover).toContainText('not in this');
    await expect(popover).toContainText('istio-system');
    await expect(popover).toContainText('kubectl create secret tls my-tls-secret');
    await popover.getByRole('button', { name: /copy/i }).click();
    const line = await expect
      .poll(() => editor.readClipboard())
      .toMatch(/^kubectl create secret tls my-tls-secret/)
      .then(() => editor.readClipboard());
    expect(line).toMatch(/(-n|--namespace)[ =]istio-system/);
    await page.keyboard.press('Escape');
    await expect(popover).toHaveCount(0);
  });

  test('a missing Service says why, and is created where the node says so', async ({
    editor,
    page,
  }) => {
    await editor.typeOver('my-app-service.default.svc.cluster.local', 'basket');
    const node = editor.node('Service', 'basket');
    await expect(node).toHaveAccessibleName(/^Service, missing/);
    await node.getByRole('button', { name: 'Why?' }).click();
    const why = page.getByRole('dialog', { name: 'Why is basket missing?' });
    await expect(why).toContainText('Without it Istio answers 503');
    await page.keyboard.press('Escape');
    await node.getByRole('button', { name: /create it/i }).click();
    await expect(node).toHaveAccessibleName(/^Service basket/);
    expect(await editor.yamlText()).toContain('name: basket');
  });
});
