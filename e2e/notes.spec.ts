import type { Locator } from '@playwright/test';
import { expect, test } from './editor-test.ts';
import { findViolationsInBothThemes } from './find-violations.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { restingBox } from './pages/stillness.ts';

const WORDS = 'Owned by <b>team shop</b>.\nAsk before you change it.';

/** Adds a note with the key, writes it, and leaves it. */
async function writeNote(editor: EditorPage, text: string): Promise<Locator> {
  await editor.canvas.focus();
  await editor.page.keyboard.press('n');
  const field = editor.page.getByRole('textbox', { name: 'Text of the note' });
  await expect(field).toBeFocused();
  await editor.page.keyboard.insertText(text);
  await editor.page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  return editor.notes().last();
}

test.describe('notes on the canvas', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('are written by keyboard alone, kept, and never in the YAML', async ({ editor }) => {
    const note = await writeNote(editor, WORDS);
    await expect(note).toBeFocused();
    await expect(note).toContainText('Owned by <b>team shop</b>.');
    expect(await editor.yamlText()).toBe(SHOP);
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.notes()).toHaveCount(1);
    await expect(editor.notes()).toContainText('Ask before you change it.');
  });

  test('are moved, copied and deleted by key, each as one step of the one history', async ({
    editor,
  }) => {
    const note = await writeNote(editor, 'Move me');
    const before = await restingBox(note);
    await editor.page.keyboard.press('Alt+ArrowRight');
    await expect(editor.spoken()).toHaveText(/Done: Move a note/);
    expect((await restingBox(note)).x).toBeGreaterThan(before.x);
    await editor.page.keyboard.press('Control+d');
    await expect(editor.notes()).toHaveCount(2);
    await note.focus();
    await editor.page.keyboard.press('Delete');
    await expect(editor.notes()).toHaveCount(1);
    for (const count of [2, 1, 1]) {
      await editor.undo();
      await expect(editor.notes()).toHaveCount(count);
    }
    expect(await restingBox(editor.notes().first())).toEqual(before);
    await editor.redo();
    await editor.redo();
    await expect(editor.notes()).toHaveCount(2);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('are selected with nodes, and moved, copied, cut and pasted with them as one step', async ({
    editor,
  }) => {
    const note = await writeNote(editor, 'Orders go to the warehouse');
    await editor.selectNode('Service', 'orders');
    await note.click({ modifiers: ['Shift'] });
    await expect(editor.page.getByRole('toolbar', { name: 'Selection' })).toContainText(
      '2 selected',
    );
    const before = await restingBox(note);
    const place = await editor.placeOf('Service', 'orders');
    const grip = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
    await editor.drag(grip, { x: grip.x - 30, y: grip.y + 40 });
    await expect(editor.spoken()).toHaveText(/Done: Move 1 node and 1 note/);
    const moved = await editor.placeOf('Service', 'orders');
    expect(Math.abs(moved.x - place.x + 30)).toBeLessThanOrEqual(1);
    await editor.undo();
    expect(await editor.placeOf('Service', 'orders')).toEqual(place);
    expect(await restingBox(note)).toEqual(before);

    await editor.page.keyboard.press('Control+x');
    await expect(editor.notes()).toHaveCount(0);
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    expect(await editor.readClipboard()).toContain('Orders go to the warehouse');
    await editor.canvas.focus();
    await editor.page.keyboard.press('Control+v');
    await expect(editor.node('Service', 'orders')).toHaveAccessibleName(/Selected/);
    await expect(editor.notes()).toHaveAccessibleName(/Orders go to the warehouse. Selected/);
    expect(await editor.yamlText()).toBe(SHOP);
    await editor.canvas.focus();
    await editor.undo();
    await expect(editor.notes()).toHaveCount(0);
    await editor.undo();
    await expect(editor.notes()).toHaveCount(1);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);

    await editor.selectNode('Service', 'orders');
    await note.click({ modifiers: ['Shift'] });
    await editor.page.keyboard.down('Alt');
    await editor.drag(grip, { x: grip.x - 30, y: grip.y + 40 });
    await editor.page.keyboard.up('Alt');
    await expect(editor.notes()).toHaveCount(2);
    await expect(editor.node('Service', 'orders-copy')).toBeVisible();
    expect((await restingBox(editor.notes().first())).x).toBeCloseTo(before.x, 0);
    await editor.undo();
    await expect(editor.notes()).toHaveCount(1);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('are dragged, resized and coloured with the pointer', async ({ editor }) => {
    const note = await writeNote(editor, 'Drag me');
    const before = await restingBox(note);
    const grip = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
    await editor.drag(grip, { x: grip.x - 50, y: grip.y + 70 });
    const moved = await restingBox(note);
    expect(Math.abs(moved.x - before.x + 50)).toBeLessThanOrEqual(1);
    expect(Math.abs(moved.y - before.y - 70)).toBeLessThanOrEqual(1);
    const corner = await restingBox(note.getByRole('button', { name: 'Size of the note' }));
    const hold = { x: corner.x + corner.width / 2, y: corner.y + corner.height / 2 };
    await editor.drag(hold, { x: hold.x + 60, y: hold.y + 30 });
    const larger = await restingBox(note);
    expect(Math.abs(larger.width - moved.width - 60)).toBeLessThanOrEqual(1);
    await note.getByRole('button', { name: 'Make it violet' }).click();
    await expect(editor.spoken()).toHaveText(/Done: Make a note violet/);
    await expect(note.getByRole('button', { name: 'Make it violet' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('are written again with a double click, and an empty place has them in its menu', async ({
    editor,
  }) => {
    const place = await editor.emptyPlace();
    await editor.page.mouse.click(place.x, place.y + 40, { button: 'right' });
    await editor.page.getByRole('menuitem', { name: 'Add a note' }).click();
    await editor.page.keyboard.insertText('First');
    await editor.page.keyboard.press('Escape');
    const note = editor.notes();
    const box = await restingBox(note);
    expect(Math.abs(box.x + box.width / 2 - place.x)).toBeLessThanOrEqual(1);
    await note.dblclick();
    await editor.page.keyboard.insertText('Second');
    await editor.canvas.focus();
    await expect(note).toContainText('Second');
    await editor.undo();
    await expect(note).toContainText('First');
  });

  test('travel in a link', async ({ editor }) => {
    await writeNote(editor, WORDS);
    await editor.page.getByRole('button', { name: 'Share' }).click();
    const address = await editor.page.getByRole('textbox', { name: 'Link' }).inputValue();
    await editor.page.goto(address);
    await editor.page.reload();
    await expect(editor.notes()).toContainText('Ask before you change it.');
  });

  test('break no rule of accessibility', async ({ editor }) => {
    for (const color of ['teal', 'violet', 'grey', 'blue']) {
      const note = await writeNote(editor, `A ${color} note`);
      await note.getByRole('button', { name: `Make it ${color}` }).click();
    }
    expect(await findViolationsInBothThemes(editor.page)).toEqual([]);
  });
});
