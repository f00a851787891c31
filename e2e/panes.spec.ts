import type { Locator } from '@playwright/test';
import { expect, test } from './editor-test.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { middleOf, type ScreenPoint } from './pages/stillness.ts';

test.describe('[P9] F6 goes round the panes', () => {
  test('canvas, YAML, problems and outline, top bar, and back with Shift', async ({
    editor,
    page,
  }) => {
    const says = (name: string) =>
      expect(page.getByRole('status').filter({ hasText: new RegExp(`^${name}$`) })).toBeAttached();
    await editor.canvas.focus();
    await page.keyboard.press('F6');
    await expect(editor.yaml.textbox()).toBeFocused();
    await says('YAML');
    await page.keyboard.press('F6');
    await expect(page.getByRole('tab', { name: 'Trace' })).toBeFocused();
    await says('Trace, problems and outline');
    await page.keyboard.press('F6');
    await expect(page.getByRole('button', { name: /^Sketch / })).toBeFocused();
    await says('Top bar');
    await page.keyboard.press('F6');
    await expect(editor.canvas).toBeFocused();
    await says('Canvas');
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Shift+F6');
    await expect(page.getByRole('tab', { name: 'Trace' })).toBeFocused();
  });

  test('each time to where the focus was in the pane', async ({ editor, page }) => {
    await editor.selectNode('Gateway', 'my-gateway');
    await page.keyboard.press('F6');
    await expect(editor.yaml.textbox()).toBeFocused();
    await page.keyboard.press('Shift+F6');
    await expect(editor.node('Gateway', 'my-gateway')).toBeFocused();
  });

  test('with a ring around the pane, until the pointer is used', async ({ editor, page }) => {
    const ring = () =>
      editor.yaml.pane.evaluate((pane) => getComputedStyle(pane, '::after').outlineStyle);
    await editor.canvas.focus();
    await page.keyboard.press('F6');
    expect(await ring()).toBe('solid');
    await page.keyboard.type('a');
    expect(await ring()).toBe('solid');
    await editor.yaml.lines().first().click();
    expect(await ring()).toBe('none');
  });

  test('leaving Tab to the YAML until Escape is pressed, and past a pane that is closed', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll('kind: A\n');
    await page.keyboard.press('Tab');
    // After Escape it leaves; with any other key in between it writes again. (Monaco takes away
    // spaces that it put at the end of a line, once the cursor leaves it.)
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    const text = editor.yaml.pane.getByRole('textbox').first();
    await expect(text).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(editor.spoken()).toContainText('Tab leaves the YAML now.');
    await page.keyboard.press('Tab');
    await expect(text).not.toBeFocused();
    await expect.poll(() => editor.yamlText()).toBe('kind: A \n');
    await editor.canvas.focus();
    await page.keyboard.press('Alt+e');
    await expect(editor.yaml.pane).toHaveCount(0);
    await page.keyboard.press('F6');
    await expect(page.getByRole('tab', { name: 'Trace' })).toBeFocused();
  });

  test('from a text field too, and not out of a dialog', async ({ editor, page }) => {
    await editor.yaml.focus();
    await page.keyboard.press('Control+f');
    await expect(editor.yaml.pane.getByRole('textbox', { name: 'Find' })).toBeFocused();
    await page.keyboard.press('Shift+F6');
    await expect(editor.canvas).toBeFocused();
    await editor.selectNode('Gateway', 'my-gateway');
    const dialog = await editor.openRename();
    await page.keyboard.press('F6');
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  });

  test('and is in the list of keys', async ({ editor, page }) => {
    await editor.canvas.focus();
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(list.getByText('Go to the next pane')).toBeVisible();
    await expect(list.getByText('Shift+F6', { exact: true })).toBeVisible();
  });
});

test.describe('panes are as they were left, also after the page is loaded again', () => {
  test('widths, heights, what is open, and the theme', async ({ editor, page }) => {
    const width = page.getByRole('separator', { name: 'Width of the pane beside the canvas' });
    const height = page.getByRole('separator', { name: 'Height of the panel' });
    await page.getByRole('tab', { name: 'Outline' }).click();
    await moveBy(editor, width, { x: -120, y: 0 });
    await moveBy(editor, height, { x: 0, y: -80 });
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('menu').getByText('Dark').click();
    const left = await readPanes(editor);
    await editor.reload();
    expect(await readPanes(editor)).toEqual(left);
    await expect(page.getByRole('tab', { name: 'Outline' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  });

  test('a closed YAML pane stays closed, and comes back in its width', async ({ editor, page }) => {
    const width = page.getByRole('separator', { name: 'Width of the pane beside the canvas' });
    await moveBy(editor, width, { x: -120, y: 0 });
    const before = await editor.yaml.pane.boundingBox();
    await page.keyboard.press('Alt+e');
    await expect(editor.yaml.pane).toHaveCount(0);
    await page.reload();
    await expect(editor.nodes().first()).toBeVisible();
    await expect(editor.yaml.pane).toHaveCount(0);
    await page.keyboard.press('Alt+e');
    await expect(editor.yaml.lines().first()).toBeVisible();
    expect(await editor.yaml.pane.boundingBox()).toEqual(before);
  });
});

/** Drags something to elsewhere. */
async function moveBy(editor: EditorPage, handle: Locator, by: ScreenPoint): Promise<void> {
  const grip = await middleOf(handle);
  await editor.drag(grip, { x: grip.x + by.x, y: grip.y + by.y });
}

/** Where the panes are on screen. */
async function readPanes(editor: EditorPage): Promise<unknown> {
  const panel = editor.page.getByRole('region', { name: 'Trace, problems and outline' });
  return [await editor.yaml.pane.boundingBox(), await panel.boundingBox()];
}
