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

  test('its kubectl line is copied with one click', async ({ editor }) => {
    const node = editor.node('LoadBalancer', 'istio-ingressgateway');
    await node.getByRole('button', { name: /^Copy kubectl/ }).click();
    await expect
      .poll(() => editor.readClipboard())
      .toMatch(/^kubectl get svc .*istio-ingressgateway/);
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

  test('a missing Service is created where the node says so', async ({ editor }) => {
    await editor.typeOver('my-app-service.default.svc.cluster.local', 'basket');
    const node = editor.node('Service', 'basket');
    await expect(node).toHaveAccessibleName(/^Service, missing/);
    await node.getByRole('button', { name: /create it/i }).click();
    await expect(node).toHaveAccessibleName(/^Service basket/);
    expect(await editor.yamlText()).toContain('name: basket');
  });
});
