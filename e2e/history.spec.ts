import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';

/** Puts the focus into a pane without selecting or moving anything that the test looks at. */
async function goTo(pane: 'canvas' | 'YAML', editor: EditorPage): Promise<void> {
  if (pane === 'canvas') await editor.nameOf('VirtualService', 'shop').click();
  else await editor.yaml.focus();
}

test.describe('one undo history over both panes', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  for (const pane of ['canvas', 'YAML'] as const) {
    test(`[P3] type, drag, type is taken back step by step from the ${pane}`, async ({
      editor,
    }) => {
      const place = () => editor.placeOf('Service', 'orders');
      const before = await place();
      await editor.placeCursorAfter('# The shop');
      await editor.page.keyboard.type('s');
      const typed = await editor.yamlText();
      await editor.dragNode('Service', 'orders', { x: 0, y: 90 });
      const dragged = await place();
      expect(dragged.y).toBeGreaterThan(before.y + 60);
      await editor.placeCursorAfter('front door');
      await editor.page.keyboard.type('way');
      const typedAgain = await editor.yamlText();
      expect(typedAgain).toBe(typed.replace('front door', 'front doorway'));

      await goTo(pane, editor);
      await editor.undo();
      await expect.poll(() => editor.yamlText()).toBe(typed);
      expect(await place()).toEqual(dragged);

      await goTo(pane, editor);
      await editor.undo();
      await expect.poll(place).toEqual(before);
      expect(await editor.yamlText()).toBe(typed);

      await goTo(pane, editor);
      await editor.undo();
      await expect.poll(() => editor.yamlText()).toBe(SHOP);

      await goTo(pane, editor);
      for (let step = 0; step < 3; step += 1) await editor.redo();
      await expect.poll(() => editor.yamlText()).toBe(typedAgain);
      expect(await place()).toEqual(dragged);
    });
  }

  test('[P3] undo and redo are buttons too, and say what they would take back', async ({
    editor,
    page,
  }) => {
    await editor.selectNode('Service', 'orders');
    await editor.rename('invoices');
    await page.getByRole('button', { name: /^Undo: Rename .*orders.*invoices/ }).click();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
    await page.getByRole('button', { name: /^Redo: Rename/ }).click();
    await expect(editor.node('Service', 'invoices')).toBeVisible();
  });

  test('[P2] a deletion that is undone gives back the exact text', async ({ editor }) => {
    await editor.selectNode('Service', 'orders');
    await editor.pressDelete();
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    expect(await editor.yamlText()).not.toContain('orders');
    await editor.undo();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('Backspace and Delete in the YAML never delete a selected node', async ({ editor }) => {
    await editor.selectNode('Service', 'orders');
    await editor.placeCursorAfter('# The shop');
    await editor.page.keyboard.press('Backspace');
    await editor.page.keyboard.press('Delete');
    await expect
      .poll(() => editor.yamlText())
      .toBe(SHOP.replace("# The shop's front door.", '# The shos front door.'));
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('keys in a dialog write into the dialog, and not into the YAML', async ({ editor }) => {
    await editor.selectNode('Service', 'orders');
    await editor.openRename();
    await editor.page.keyboard.type('abc');
    await editor.page.keyboard.press('Backspace');
    await editor.page.keyboard.press('Delete');
    await editor.page.keyboard.press('Control+z');
    await editor.page.keyboard.press('Escape');
    await expect(editor.page.getByRole('dialog')).toHaveCount(0);
    expect(await editor.yamlText()).toBe(SHOP);
  });
});
