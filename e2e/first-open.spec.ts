import { expect, test } from './editor-test.ts';
import { middleOf } from './pages/stillness.ts';

test.describe('the first visit', () => {
  test('shows the sample as a whole chain: load balancer, Gateway, VirtualService, Service', async ({
    editor,
  }) => {
    const chain = [
      editor.node('LoadBalancer', 'istio-ingressgateway'),
      editor.node('Gateway', 'my-gateway'),
      editor.node('VirtualService', 'my-app-virtualservice'),
      editor.node('Service', 'my-app-service'),
    ] as const;
    for (const node of chain) await expect(node).toBeInViewport({ ratio: 0.99 });
    await expect(editor.nodes()).toHaveCount(4);
    const columns = await Promise.all(chain.map(async (node) => (await middleOf(node)).x));
    expect(columns).toEqual([...columns].sort((left, right) => left - right));
  });

  test('its words are large enough to be read, and none is cut', async ({ editor, page }) => {
    const name = editor.nameOf('Gateway', 'my-gateway');
    const [width, natural] = await name.evaluate((element) => [
      element.getBoundingClientRect().width,
      (element as HTMLElement).offsetWidth,
    ]);
    expect((width ?? 0) / (natural ?? 1)).toBeGreaterThanOrEqual(0.75);
    const cut = await editor.nodes().evaluateAll((nodes) =>
      nodes
        .flatMap((node) => [...node.querySelectorAll('*')])
        .filter((element) => getComputedStyle(element).overflowX === 'hidden')
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ textContent }) => textContent),
    );
    expect(cut).toEqual([]);
    await expect(
      page.getByRole('button', { name: /^Secret my-tls-secret:? not in this YAML$/ }),
    ).toBeVisible();
  });

  test('the chain is joined, and nothing of it is broken', async ({ editor }) => {
    const ids = [
      'LoadBalancer/istio-system/istio-ingressgateway',
      'Gateway/default/my-gateway',
      'VirtualService/default/my-app-virtualservice',
      'Service/default/my-app-service',
    ];
    for (const [index, id] of ids.slice(1).entries()) {
      const line = editor.edges(ids[index] ?? '', id);
      await expect(line).toHaveCount(1);
      await expect(line).not.toHaveAccessibleName(/Broken/);
    }
  });

  test('the load balancer is implied, and says what a newcomer must know', async ({
    editor,
    page,
  }) => {
    const node = editor.node('LoadBalancer', 'istio-ingressgateway');
    await expect(node).toHaveAccessibleName(/^LoadBalancer, implied .* namespace istio-system/);
    await expect(node).toContainText(/external address/);
    await node.getByRole('button', { name: 'Why?' }).click();
    await expect(page.getByRole('dialog')).toContainText('kubectl get svc');
  });

  test('the Service has one workload behind it', async ({ editor }) => {
    await expect(editor.node('Service', 'my-app-service')).toContainText(/1 workload/);
  });

  test('the Gateway has a row for each server, and the VirtualService for its route', async ({
    editor,
  }) => {
    const gateway = editor.node('Gateway', 'my-gateway');
    await expect(gateway).toContainText('80');
    await expect(gateway).toContainText('443');
    await expect(gateway).toContainText('SIMPLE');
    await expect(gateway).toContainText('my-tls-secret');
    await expect(editor.node('VirtualService', 'my-app-virtualservice')).toContainText(
      'myapp.example.com',
    );
  });

  test('the YAML beside it has colours, line numbers and can be searched', async ({ editor }) => {
    await expect(editor.yaml.pane.locator('.line-numbers').first()).toHaveText('1');
    const countColors = () =>
      editor.yaml.pane
        .locator('.view-line span span')
        .evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
    await expect.poll(countColors).toBeGreaterThan(1);
    await editor.yaml.focus();
    await editor.page.keyboard.press('Control+f');
    await editor.page.keyboard.type('credentialName');
    await expect(editor.yaml.pane.locator('.find-widget .matchesCount')).toHaveText(/1 of 1/);
  });
});
