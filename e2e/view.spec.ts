import { expect, test } from './editor-test.ts';
import { manyIngresses, SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { restingBox } from './pages/stillness.ts';

/** All nodes are wholly on the canvas. */
async function expectAllInView(editor: EditorPage, count: number): Promise<void> {
  await expect(editor.nodes()).toHaveCount(count);
  await expect(async () => {
    const canvas = await restingBox(editor.canvas);
    for (const node of await editor.nodes().all()) {
      const box = await restingBox(node);
      expect(box.x).toBeGreaterThanOrEqual(canvas.x);
      expect(box.y).toBeGreaterThanOrEqual(canvas.y);
      expect(box.x + box.width).toBeLessThanOrEqual(canvas.x + canvas.width);
      expect(box.y + box.height).toBeLessThanOrEqual(canvas.y + canvas.height);
    }
  }).toPass();
}

/** How near the canvas looks, in per cent. */
async function readZoom(editor: EditorPage): Promise<number> {
  await restingBox(editor.canvas);
  const name = await editor.page.getByRole('button', { name: /^Zoom \d/ }).textContent();
  return Number.parseInt(name ?? '', 10);
}

/** Goes so near that nodes are out of view. */
async function lookAway(editor: EditorPage): Promise<void> {
  await editor.canvas.focus();
  for (const _ of '1234') await editor.page.keyboard.press('+');
  await restingBox(editor.canvas);
}

test.describe('where the canvas looks', () => {
  test('is at everything when the whole text gives way to another one', async ({ editor }) => {
    await lookAway(editor);
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await expectAllInView(editor, 5);
    await editor.yaml.focus();
    await editor.undo();
    await expect(editor.node('Gateway', 'my-gateway')).toBeVisible();
    await expectAllInView(editor, 4);
  });

  test('is at everything in a sample and in a file', async ({ editor }) => {
    await lookAway(editor);
    await editor.openSketchMenu('Two teams, one host');
    await expect(editor.node('Gateway', 'my-gateway')).toHaveCount(0);
    // Where all would be too small to be read, the beginning.
    await expect(editor.nodes().first()).toBeInViewport({ ratio: 0.99 });
    await lookAway(editor);
    await editor.openFiles([{ name: 'shop.yaml', text: SHOP }]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await expectAllInView(editor, 5);
  });

  test('stays through small edits of the text', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    const before = await editor.placeOf('Gateway', 'shop-gateway');
    await editor.placeCursorAfter(SHOP.trimEnd());
    await editor.page.keyboard.type('\n');
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.type('---\napiVersion: v1\nkind: Service\n');
    await editor.page.keyboard.type('metadata:\nname: more\n');
    await expect(editor.node('Service', 'more')).toBeAttached();
    expect(await editor.placeOf('Gateway', 'shop-gateway')).toEqual(before);
  });

  test('is at everything again when panes change their size, until somebody moves it', async ({
    editor,
    page,
  }) => {
    await page.keyboard.press('Alt+e');
    await expect(editor.yaml.pane).toHaveCount(0);
    await expectAllInView(editor, 4);
    const wide = await readZoom(editor);
    await page.setViewportSize({ width: 900, height: 620 });
    await expectAllInView(editor, 4);
    await expect.poll(() => readZoom(editor)).toBeLessThan(wide);
    await editor.canvas.focus();
    await page.keyboard.press('+');
    const chosen = await readZoom(editor);
    await page.setViewportSize({ width: 1280, height: 720 });
    await expect.poll(() => readZoom(editor)).toBe(chosen);
  });

  test('is at everything in a larger window too, where nobody had moved it', async ({
    editor,
    page,
  }) => {
    const small = await readZoom(editor);
    await editor.waitUntilKept();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await editor.reload();
    await expectAllInView(editor, 4);
    expect(await readZoom(editor)).toBeGreaterThan(small);
  });

  test('is where it was left after a reload, where somebody had moved it', async ({
    editor,
    page,
  }) => {
    await editor.canvas.focus();
    await page.keyboard.press('+');
    const place = await editor.placeOf('Gateway', 'my-gateway');
    await editor.waitUntilKept();
    await editor.reload();
    expect(await editor.placeOf('Gateway', 'my-gateway')).toEqual(place);
  });

  test('moves just enough to show what the canvas adds, at the same zoom', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll(SHOP);
    await editor.selectNode('Service', 'orders');
    await page.keyboard.press('2');
    for (const _ of '123') await page.keyboard.press('+');
    const zoom = await readZoom(editor);
    await page.keyboard.press('Control+d');
    const copy = editor.node('Service', 'orders-copy');
    await expect(copy).toBeInViewport({ ratio: 0.99 });
    expect(await readZoom(editor)).toBe(zoom);
  });

  test('is moved by the wheel where somebody wants that, and led back from where nothing is', async ({
    editor,
    page,
  }) => {
    const back = page.getByRole('button', { name: 'Back to the map' });
    const zoom = await readZoom(editor);
    await editor.canvas.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('wheel');
    await page.keyboard.press('Enter');
    await expect(editor.notices().last()).toContainText('The wheel moves the map now.');
    await expect(back).toHaveCount(0);
    const { x, y } = await editor.emptyPlace();
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 4000);
    await expect(back).toBeVisible();
    expect(await readZoom(editor)).toBe(zoom);
    await back.click();
    await expectAllInView(editor, 4);
    await expect(back).toHaveCount(0);
  });

  test('moves to what undo brings back, among 200 nodes', async ({ editor, page }) => {
    await editor.pasteOverAll(manyIngresses(50));
    await expect(page.getByText('200 resources')).toBeVisible();
    // Its cursor is at its end by then, and what it stands in is selected; the view is elsewhere.
    await expect(editor.yaml.pane.locator('.selected-line-bar').first()).toBeAttached();
    await restingBox(editor.canvas);
    await expect(editor.node('Service', 'orders-49')).not.toBeInViewport();
    await editor.add('ServiceEntry');
    const added = editor.canvas.getByRole('group', { name: /^ServiceEntry/ });
    await expect(added).toBeInViewport({ ratio: 0.9 });
    await editor.undo();
    await expect(added).toHaveCount(0);
    await editor.canvas.focus();
    await page.keyboard.press('Tab'); // to the first node
    await expect(editor.canvas.locator(':focus')).toBeInViewport({ ratio: 0.9 });
    await restingBox(editor.canvas);
    await editor.redo();
    await expect(added).toBeInViewport({ ratio: 0.9 });
  });
});
