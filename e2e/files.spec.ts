import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

const AWKWARD: readonly (readonly [what: string, text: string])[] = [
  ['Windows line endings', SHOP.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${SHOP}`],
  ['a byte order mark and Windows line endings', `\uFEFF${SHOP.replaceAll('\n', '\r\n')}`],
  ['mixed line endings', SHOP.replace('\n', '\r\n').replace('spec:\n', 'spec:\r\n')],
  ['a lone carriage return', SHOP.replace('front door.\n', 'front door.\r\n# x\r# y\n')],
  ['no newline at the end', SHOP.trimEnd()],
  ['tabs, trailing spaces and emoji', `${SHOP}# \t tab, trailing   \n# 🧭 ⚓ \u2028 separator\n`],
];

test.describe('files', () => {
  for (const [what, text] of AWKWARD) {
    test(`[P2] a file with ${what} is given back byte by byte`, async ({ editor }) => {
      await editor.openFiles([{ name: 'shop.yaml', text }]);
      await expect(editor.node('Service', 'orders')).toBeVisible();
      expect(readFileSync(await editor.download(), 'utf8')).toBe(text);
      expect(await editor.yamlText()).toBe(text);
    });
  }

  test('[P2] a canvas edit of a file with mixed line endings changes only its own lines', async ({
    editor,
  }) => {
    const text = SHOP.replaceAll('\n', '\r\n').replace('door.\r\n', 'door.\n');
    const renamed = text.replace('name: orders', 'name: invoices');
    await editor.openFiles([{ name: 'shop.yaml', text }]);
    await editor.selectNode('Service', 'orders');
    await editor.rename('invoices');
    await expect(editor.node('Service', 'invoices')).toBeVisible();
    expect(readFileSync(await editor.download(), 'utf8')).toBe(renamed);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(text);
  });

  test('[P2] typing into a file with Windows line endings keeps them', async ({ editor }) => {
    const text = SHOP.replaceAll('\n', '\r\n');
    await editor.openFiles([{ name: 'shop.yaml', text }]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await editor.placeCursorAfter('front door.');
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.type('# New.');
    await expect
      .poll(() => editor.yamlText())
      .toBe(text.replace('front door.', 'front door.\r\n# New.'));
  });

  test('several files are opened as one text, each as it was', async ({ editor }) => {
    const [front = '', ...services] = SHOP.split('---\n').map((text) => text);
    await editor.openFiles([
      { name: 'a.yaml', text: front },
      { name: 'b.yaml', text: services.join('---\n') },
    ]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await expect(editor.node('Gateway', 'shop-gateway')).toBeVisible();
    const text = await editor.yamlText();
    expect(text).toContain(front.trimEnd());
    for (const service of services) expect(text).toContain(service.trimEnd());
  });

  test('dropped files are opened', async ({ editor }) => {
    await editor.dropFiles([{ name: 'shop.yaml', text: SHOP }]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('manifests that are pasted on the canvas are added at the end', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await editor.selectNode('Gateway', 'shop-gateway');
    const added = SHOP.slice(SHOP.lastIndexOf('---\n') + 4).replaceAll('orders', 'invoices');
    await editor.writeClipboard(added);
    await editor.page.keyboard.press('Control+v');
    await expect(editor.node('Service', 'invoices')).toBeVisible();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(`${SHOP}---\n${added}`);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('what is pasted and is no manifest is refused in words, and changes nothing', async ({
    editor,
  }) => {
    await editor.pasteOverAll(SHOP);
    await editor.selectNode('Gateway', 'shop-gateway');
    await editor.writeClipboard('just some words');
    await editor.page.keyboard.press('Control+v');
    await expect(editor.notices()).toContainText(/no Kubernetes manifest/);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('a pasted text can be opened as a sketch of its own', async ({ editor, page }) => {
    await editor.openSketchMenu('Open pasted YAML…');
    await editor.writeClipboard(SHOP);
    await expect(page.getByLabel('Manifests')).toBeFocused();
    await page.keyboard.press('Control+v');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('an archive is opened as the manifests in it', async ({ editor }) => {
    const zip = zipSync({
      'shop/all.yaml': strToU8(SHOP),
      'shop/README.md': strToU8('# not a manifest'),
    });
    await editor.dropFiles([{ name: 'shop.zip', bytes: [...zip] }]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('one file per resource comes as an archive with kustomization.yaml', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    const zip = unzipSync(new Uint8Array(readFileSync(await editor.export(/zip/))));
    expect(Object.keys(zip).sort()).toEqual([
      'gateway-shop-gateway.yaml',
      'kustomization.yaml',
      'service-cart.yaml',
      'service-orders.yaml',
      'virtualservice-shop.yaml',
    ]);
    const gateway = new TextDecoder().decode(zip['gateway-shop-gateway.yaml']);
    expect(gateway).toBe(SHOP.slice(0, SHOP.indexOf('---\n')));
    await expect(page.getByRole('menu')).toHaveCount(0);
  });

  test('the order to apply puts Services before what routes to them', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    const text = readFileSync(await editor.export('Download in the order to apply'), 'utf8');
    expect(text.match(/^kind: .*$/gm)).toEqual([
      'kind: Service',
      'kind: Service',
      'kind: Gateway',
      'kind: VirtualService',
    ]);
  });

  test('the text can be copied as a command, and the map as Mermaid', async ({ editor, page }) => {
    await editor.pasteOverAll(SHOP);
    await page.getByRole('button', { name: 'More ways to copy' }).click();
    await page.getByRole('menuitem', { name: /kubectl apply/ }).click();
    await expect
      .poll(() => editor.readClipboard())
      .toBe(`kubectl apply -f - <<'EOF'\n${SHOP}EOF\n`);
    await page.getByRole('button', { name: 'More ways to copy' }).click();
    await page.getByRole('menuitem', { name: /Mermaid/ }).click();
    await expect.poll(() => editor.readClipboard()).toMatch(/^flowchart LR\n/);
  });

  test('what kubectl printed is cleaned up as one step', async ({ editor, page }) => {
    const printed = SHOP.replace(
      'metadata:\n  name: orders\n',
      'metadata:\n  name: orders\n  uid: 1-2-3\n  resourceVersion: "7"\n',
    );
    await editor.pasteOverAll(printed);
    await editor.canvas.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('clean up');
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(printed);
  });
});
