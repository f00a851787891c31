import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

test.describe('a whole document can be folded', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('with the keyboard, from any of its top lines; what is left says what it is', async ({
    editor,
  }) => {
    await editor.placeCursorAfter('kind: VirtualService');
    await editor.yaml.fold();
    await expect(editor.yaml.line('VirtualService shop apiVersion')).toHaveCount(1);
    await expect(editor.yaml.line('gateways:')).toHaveCount(0);
    await expect(editor.yaml.line('protocol: HTTP')).toHaveCount(1);
    await expect(editor.yaml.line('name: cart')).toHaveCount(1);
    await editor.yaml.unfold();
    await expect(editor.yaml.line('gateways:')).toHaveCount(1);
    await expect(editor.yaml.line('VirtualService shop apiVersion')).toHaveCount(0);
  });

  test('with the pointer, beside its first line', async ({ editor, page }) => {
    await page.keyboard.press('Control+Home');
    await editor.yaml.lineNumber(2).hover();
    await editor.yaml.foldingControl(2).click();
    await expect(editor.yaml.line('Gateway shop-gateway apiVersion')).toHaveCount(1);
    await expect(editor.yaml.line('protocol: HTTP')).toHaveCount(0);
    // The comment above it is not a part of it.
    await expect(editor.yaml.line("# The shop's front door.")).toHaveCount(1);
  });

  test('and stays folded while the canvas writes, into it too', async ({ editor }) => {
    await editor.placeCursorAfter('kind: VirtualService');
    await editor.yaml.fold();
    await editor.selectNode('Service', 'orders');
    await editor.pressDelete();
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    await editor.selectNode('VirtualService', 'shop');
    await editor.rename('store');
    await expect(editor.yaml.line('VirtualService store apiVersion')).toHaveCount(1);
    await expect(editor.yaml.line('gateways:')).toHaveCount(0);
  });

  test('and so can a list whose items are not indented', async ({ editor }) => {
    await editor.pasteOverAll('x: 0\na:\n- b: 1\n- c: 2\nd: 3\n');
    await editor.yaml.lineNumber(1).hover();
    await editor.yaml.foldingControl(2).click();
    await expect(editor.yaml.line('- b: 1')).toHaveCount(0);
    await expect(editor.yaml.line('- c: 2')).toHaveCount(0);
    await expect(editor.yaml.line('d: 3')).toHaveCount(1);
  });
});
