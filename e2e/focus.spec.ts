import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';

/** The keyboard is at a node, an edge or the canvas itself, and not lost. */
async function expectFocusOnCanvas(editor: EditorPage): Promise<void> {
  await expect(editor.canvas.or(editor.canvas.locator(':focus')).first()).toBeVisible();
  await expect
    .poll(() =>
      editor.page.evaluate(
        () =>
          document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ??
          document.activeElement?.tagName,
      ),
    )
    .toBe('canvas');
}

test.describe('[P9] the keyboard keeps its place', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('what is added with the menu at the top has the focus, and Delete and F2 reach it', async ({
    editor,
    page,
  }) => {
    await editor.add('Gateway');
    const added = editor.node('Gateway', 'my-gateway');
    await expect(added).toBeFocused();
    await expect(added).toHaveAccessibleName(/Selected/);
    await expect(added).toBeInViewport({ ratio: 0.9 });
    await editor.rename('front');
    await expect(editor.node('Gateway', 'front')).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(editor.node('Gateway', 'front')).toHaveCount(0);
    await expect(editor.node('Gateway', 'shop-gateway')).toBeFocused();
  });

  test('what is added by keyboard alone has it too', async ({ editor, page }) => {
    await page.getByRole('button', { name: 'Add', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'New ingress…' })).toBeFocused();
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Service', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(editor.node('Service', 'my-service')).toBeFocused();
  });

  test('a click on a line takes it away from the YAML, and where it is nowhere Delete reaches what is selected', async ({
    editor,
    page,
  }) => {
    const line = editor.edges('VirtualService/default/shop', 'Service/default/cart');
    await editor.yaml.focus();
    await line.dispatchEvent('click');
    await expect(line).toBeFocused();
    await line.evaluate((element: SVGElement) => element.blur());
    await page.keyboard.press('Delete');
    await expect(line).toHaveCount(0);
  });

  test('what is added to an empty canvas has it', async ({ editor }) => {
    await editor.pasteOverAll('# nothing yet\n');
    await editor.canvas.getByRole('button', { name: 'Add a Gateway' }).click();
    await expect(editor.node('Gateway', 'my-gateway')).toBeFocused();
    await editor.undo();
    await expect(editor.nodes()).toHaveCount(0);
    await expectFocusOnCanvas(editor);
  });

  test('undo of what was added puts it on a node beside it', async ({ editor }) => {
    await editor.add('Service');
    await expect(editor.node('Service', 'my-service')).toBeFocused();
    await editor.undo();
    await expect(editor.node('Service', 'my-service')).toHaveCount(0);
    await expect(
      editor.canvas.getByRole('group', { name: /^Service / }).and(editor.page.locator(':focus')),
    ).toHaveCount(1);
  });

  test('a deletion that asks first puts it on a node beside it', async ({ editor, page }) => {
    await editor.selectNode('Service', 'cart');
    await editor.pressDelete();
    await page.getByRole('button', { name: 'Delete and clean up' }).click();
    await expect(editor.node('Service', 'cart')).toHaveCount(0);
    await expect(editor.node('Service', 'orders')).toBeFocused();
  });

  test('a question that is not answered gives it back', async ({ editor, page }) => {
    await editor.selectNode('Service', 'cart');
    await editor.openRename();
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'cart')).toBeFocused();
    await editor.pressDelete();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'cart')).toBeFocused();
  });

  test('undo of a new name keeps it on the node', async ({ editor }) => {
    await editor.selectNode('Service', 'cart');
    await editor.rename('basket');
    await expect(editor.node('Service', 'basket')).toBeFocused();
    await editor.undo();
    await expect(editor.node('Service', 'cart')).toBeFocused();
  });

  test('the menu of a node gives it back, and so does what is chosen there', async ({
    editor,
    page,
  }) => {
    await editor.selectNode('Service', 'cart');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: /^Fields/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'cart')).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
    await expect(editor.node('Service', 'cart-copy')).toBeFocused();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Rename…' }).press('Enter');
    await expect(page.getByRole('dialog').getByLabel('Name', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'cart-copy')).toBeFocused();
  });

  test('a dialog from the menu of the sketch gives it back to its button', async ({
    editor,
    page,
  }) => {
    await editor.openSketchMenu('Rename this sketch…');
    await expect(page.getByRole('dialog').getByLabel('Name of the sketch')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Sketch / })).toBeFocused();
  });

  test('a line that is disconnected puts it on what it started from', async ({ editor, page }) => {
    await editor.node('VirtualService', 'shop').focus();
    await page.keyboard.press('e');
    await expect(editor.edges('VirtualService/default/shop', 'Service/default/cart')).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect(editor.edges('VirtualService/default/shop', 'Service/default/cart')).toHaveCount(
      0,
    );
    await expect(editor.canvas.locator(':focus')).toHaveCount(1);
    await expectFocusOnCanvas(editor);
  });
});
