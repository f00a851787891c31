import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';

/** The lines that only the later text has. */
function addedLines(before: string, after: string): string[] {
  const known = before.split('\n');
  return after.split('\n').filter((line) => !known.includes(line));
}

const KINDS = [
  ['LoadBalancer', 'LoadBalancer', 'type: LoadBalancer'],
  ['Gateway', 'Gateway', 'kind: Gateway'],
  ['VirtualService', 'VirtualService', 'kind: VirtualService'],
  ['Service', 'Service', 'kind: Service'],
  ['ServiceEntry', 'ServiceEntry', 'kind: ServiceEntry'],
] as const;

test.describe('edits on the canvas', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  for (const [menu, kind, line] of KINDS) {
    test(`a ${menu} is added to the canvas and, complete, to the YAML`, async ({ editor }) => {
      const before = await editor.nodes().count();
      await editor.add(menu);
      const added = editor.canvas.getByRole('group', { name: new RegExp(`^${kind} .*Selected`) });
      await expect(added).toBeVisible();
      expect(await editor.nodes().count()).toBeGreaterThanOrEqual(before);
      const text = await editor.yamlText();
      expect(text.startsWith(SHOP)).toBe(true);
      expect(text.slice(SHOP.length)).toContain(line);
      await editor.undo();
      await expect.poll(() => editor.yamlText()).toBe(SHOP);
    });
  }

  test('a renamed Service is renamed wherever it is named, and nowhere else', async ({
    editor,
  }) => {
    await editor.selectNode('Service', 'cart');
    await editor.rename('basket');
    await expect(editor.node('Service', 'basket')).toBeVisible();
    await expect(editor.edges('VirtualService/default/shop', 'Service/default/basket')).toHaveCount(
      1,
    );
    expect(await editor.yamlText()).toBe(
      SHOP.replace('host: cart', 'host: basket').replace('name: cart\nspec', 'name: basket\nspec'),
    );
  });

  test('a name that cannot be is refused with the reason, and the dialog stays', async ({
    editor,
    page,
  }) => {
    await editor.selectNode('Service', 'cart');
    const dialog = await editor.openRename();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Not A Name!');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(/lower.?case|letters|characters/i);
    await page.keyboard.press('Escape');
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('a duplicate has another name and leaves the original alone', async ({ editor, page }) => {
    await editor.selectNode('Service', 'cart');
    await page.keyboard.press('Control+d');
    await expect(editor.nodes()).toHaveCount(6);
    const text = await editor.yamlText();
    for (const line of SHOP.split('\n')) expect(text).toContain(line);
    expect(addedLines(SHOP, text).filter((line) => line.includes('name: cart'))).toHaveLength(1);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('what nothing points at is deleted at once', async ({ editor }) => {
    await editor.selectNode('Service', 'orders');
    await editor.pressDelete();
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    await expect(editor.page.getByRole('group', { name: 'Notice' })).toContainText(
      'Deleted. Undo brings it back.',
    );
    expect(await editor.yamlText()).toBe(SHOP.slice(0, SHOP.lastIndexOf('---\n')));
  });

  test('what something points at asks, and leaves the pointers where the user wants it', async ({
    editor,
    page,
  }) => {
    await editor.selectNode('Service', 'cart');
    await editor.pressDelete();
    await page.getByRole('button', { name: 'Delete only this' }).click();
    await expect(editor.node('Service', 'cart')).toHaveAccessibleName(/^Service, missing/);
    expect(await editor.yamlText()).toContain('host: cart');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('what something points at goes with the pointers where the user wants that', async ({
    editor,
    page,
  }) => {
    await editor.selectNode('Service', 'cart');
    await editor.pressDelete();
    await page.getByRole('button', { name: 'Delete and clean up' }).click();
    await expect(editor.node('Service', 'cart')).toHaveCount(0);
    expect(await editor.yamlText()).not.toContain('cart:');
    expect(await editor.yamlText()).not.toContain('host: cart');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('the menu of the pointer offers the same, for nodes and for the canvas', async ({
    editor,
    page,
  }) => {
    await editor.nameOf('Service', 'orders').click({ button: 'right' });
    for (const item of ['Show in YAML', 'Rename…', 'Duplicate', 'Delete']) {
      await expect(page.getByRole('menuitem', { name: item })).toBeVisible();
    }
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    const { x, y } = await editor.emptyPlace();
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Add a Service', exact: true }).click();
    await expect(editor.canvas.getByRole('group', { name: /^Service .*Selected/ })).toBeVisible();
  });
});
