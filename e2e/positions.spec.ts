import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { middleOf, type ScreenPoint } from './pages/stillness.ts';

/** Where a Service is as seen from another node, so that it does not matter where the canvas looks. */
async function place(editor: EditorPage, name = 'orders'): Promise<ScreenPoint> {
  const service = await middleOf(editor.node('Service', name));
  const origin = await middleOf(editor.node('Service', 'cart'));
  return { x: Math.round(service.x - origin.x), y: Math.round(service.y - origin.y) };
}

test.describe('where the user put things', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await editor.dragNode('Service', 'orders', { x: -40, y: 60 });
  });

  test('is not in the YAML', async ({ editor }) => {
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('stays there when the text above it changes', async ({ editor }) => {
    const before = await place(editor);
    await editor.placeCursorAfter('front door.');
    await editor.page.keyboard.type('\n# Another line.');
    await expect.poll(() => editor.yamlText()).toContain('# Another line.');
    expect(await place(editor)).toEqual(before);
  });

  test('stays there when it is renamed in the text, letter by letter', async ({ editor }) => {
    const before = await place(editor);
    await editor.placeCursorAfter('name: orders');
    for (const _ of 'orders') await editor.page.keyboard.press('Backspace');
    await editor.page.keyboard.type('bills');
    await expect(editor.node('Service', 'bills')).toBeVisible();
    expect(await place(editor, 'bills')).toEqual(before);
  });

  test('stays there when the whole line with its name is typed anew', async ({ editor }) => {
    const before = await place(editor);
    await editor.typeOver('name: orders', 'name: bills');
    await expect(editor.node('Service', 'bills')).toBeVisible();
    expect(await place(editor, 'bills')).toEqual(before);
  });

  test('stays there when it is renamed on the canvas', async ({ editor }) => {
    const before = await place(editor);
    await editor.selectNode('Service', 'orders');
    await editor.rename('bills');
    await expect(editor.node('Service', 'bills')).toBeVisible();
    expect(await place(editor, 'bills')).toEqual(before);
  });

  test('stays there when another resource is added or goes', async ({ editor }) => {
    const before = await place(editor);
    await editor.add('Service');
    await expect(editor.nodes()).toHaveCount(6);
    // The view may still be on its way to what was added.
    await expect.poll(() => place(editor)).toEqual(before);
    await editor.undo();
    await expect(editor.nodes()).toHaveCount(5);
    await expect.poll(() => place(editor)).toEqual(before);
  });

  test('stays there through broken YAML', async ({ editor }) => {
    const before = await place(editor);
    await editor.placeCursorAfter('name: orders\nspec:');
    await editor.page.keyboard.type(' [');
    await expect(editor.node('Service', 'orders')).toHaveAccessibleName(/Broken YAML/);
    await editor.page.keyboard.press('Backspace');
    await expect(editor.node('Service', 'orders')).not.toHaveAccessibleName(/Broken YAML/);
    expect(await place(editor)).toEqual(before);
  });

  test('comes back after a reload', async ({ editor }) => {
    const before = await place(editor);
    await editor.waitUntilKept();
    await editor.reload();
    expect(await place(editor)).toEqual(before);
  });

  test('Tidy arranges everything only when asked, and can be undone', async ({ editor }) => {
    const apart = async () => (await place(editor)).x;
    expect(await apart()).not.toBe(0);
    await editor.tidy();
    await expect.poll(apart).toBe(0);
    await editor.undo();
    await expect.poll(apart).not.toBe(0);
  });

  test('[P9] a node can be moved with the keyboard', async ({ editor, page }) => {
    const before = await place(editor);
    await editor.selectNode('Service', 'orders');
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await place(editor)).y).toBeGreaterThan(before.y);
    await editor.undo();
    await expect.poll(() => place(editor)).toEqual(before);
  });
});
