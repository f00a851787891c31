import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

test.describe('a broken document', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await editor.placeCursorAfter('  hosts:\n    - shop.example.com\n  gateways:');
    await editor.page.keyboard.type(' [');
    await expect(editor.node('VirtualService', 'shop')).toHaveAccessibleName(/Broken YAML/);
  });

  test('[P4] stays visible in its last good state, dimmed, with its lines', async ({ editor }) => {
    await expect(editor.node('VirtualService', 'shop')).toBeVisible();
    await expect(editor.node('VirtualService', 'shop')).toContainText('Broken YAML');
    const line = editor.edges('VirtualService/default/shop', 'Service/default/cart');
    await expect(line).toHaveAccessibleName(/Broken YAML/);
  });

  test('[P4] leaves the other documents live', async ({ editor }) => {
    await editor.typeOver('name: orders', 'name: invoices');
    await expect(editor.node('Service', 'invoices')).toBeVisible();
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    await expect(editor.node('Service', 'invoices')).not.toHaveAccessibleName(/Broken YAML/);
    await expect(editor.node('VirtualService', 'shop')).toHaveAccessibleName(/Broken YAML/);
  });

  test('[P4] leaves canvas edits of the other documents possible', async ({ editor }) => {
    await editor.selectNode('Service', 'orders');
    await editor.rename('invoices');
    await expect(editor.node('Service', 'invoices')).toBeVisible();
    await expect(editor.node('VirtualService', 'shop')).toHaveAccessibleName(/Broken YAML/);
  });

  test('is marked in the text, and is a problem that leads to its place', async ({ editor }) => {
    await expect(editor.yaml.pane.locator('.squiggly-error').first()).toBeAttached();
    const problems = await editor.openProblems();
    await expect(problems.first()).toContainText(/Error/);
    await problems.first().click();
    await editor.page.keyboard.press('Enter');
    await expect(editor.page.getByText(/^Ln \d+, Col \d+$/).last()).toBeVisible();
    await expect(editor.yaml.pane.getByRole('textbox').first()).toBeFocused();
  });

  test('[P4] stays visible after a reload', async ({ editor }) => {
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.node('VirtualService', 'shop')).toHaveAccessibleName(/Broken YAML/);
    await expect(editor.nodes()).toHaveCount(5);
  });

  test('comes back to life when it is mended', async ({ editor }) => {
    await editor.yaml.focus();
    await editor.undo();
    await expect(editor.node('VirtualService', 'shop')).not.toHaveAccessibleName(/Broken YAML/);
  });
});
