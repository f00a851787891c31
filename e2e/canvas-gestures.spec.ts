import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { middleOf, restingBox, type ScreenPoint } from './pages/stillness.ts';

/** A place of the canvas under all nodes. */
async function placeBelow(editor: EditorPage): Promise<ScreenPoint> {
  const { x, y, width, height } = await restingBox(editor.canvas);
  return { x: Math.round(x + width * 0.45), y: Math.round(y + height * 0.7) };
}

/** The node has its upper left corner there. */
async function expectAt(
  editor: EditorPage,
  node: Parameters<EditorPage['placeOf']>,
  place: ScreenPoint,
): Promise<void> {
  await expect(editor.node(...node)).toBeVisible();
  const { x, y } = await editor.placeOf(...node);
  expect(Math.abs(x - place.x)).toBeLessThanOrEqual(2);
  expect(Math.abs(y - place.y)).toBeLessThanOrEqual(2);
}

test.describe('gestures on the canvas', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('a double click where nothing is adds what is chosen at that place', async ({
    editor,
    page,
  }) => {
    const place = await placeBelow(editor);
    await page.mouse.dblclick(place.x, place.y);
    await page.getByRole('menuitem', { name: 'Add a Service', exact: true }).click();
    await expectAt(editor, ['Service', 'my-service'], place);
    await expect(editor.node('Service', 'my-service')).toBeFocused();
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('the first thing of an empty sketch stays where it was put, too', async ({
    editor,
    page,
  }) => {
    await editor.pasteOverAll('# nothing yet\n');
    await expect(editor.nodes()).toHaveCount(0);
    const place = await editor.emptyPlace();
    await page.mouse.dblclick(place.x, place.y);
    await page.getByRole('menuitem', { name: 'Add a Service', exact: true }).click();
    await expectAt(editor, ['Service', 'my-service'], place);
  });

  test('a line that is let go where nothing is offers what fits there, and connects it', async ({
    editor,
    page,
  }) => {
    const route = editor.handles(editor.node('VirtualService', 'shop'), 'right').first();
    const place = await placeBelow(editor);
    await editor.drag(await middleOf(route), place);
    await expect(page.getByRole('menuitem')).toHaveText([
      'Service',
      'ServiceEntry',
      'VirtualService',
    ]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menuitem')).toHaveCount(0);
    expect(await editor.yamlText()).toBe(SHOP);

    await editor.drag(await middleOf(route), place);
    await page.getByRole('menuitem', { name: 'Service', exact: true }).click();
    const added = editor.canvas.getByRole('group', { name: /^Service .*Selected/ });
    await expect(added).toBeFocused();
    const { x, y } = await restingBox(added);
    expect(Math.abs(x - place.x)).toBeLessThanOrEqual(2);
    expect(Math.abs(y - place.y)).toBeLessThanOrEqual(2);
    const id = await added.getAttribute('data-id');
    await expect(editor.edges('VirtualService/default/shop', id ?? '')).toHaveCount(1);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('to the left it offers what comes in front', async ({ editor, page }) => {
    const port = editor.handles(editor.node('Service', 'orders'), 'left').first();
    await editor.drag(await middleOf(port), await placeBelow(editor));
    await expect(page.getByRole('menuitem')).toHaveText(['VirtualService']);
  });

  test('while a line is drawn, what cannot take it is grey, and says why', async ({
    editor,
    page,
  }) => {
    const route = await middleOf(
      editor.handles(editor.node('VirtualService', 'shop'), 'right').first(),
    );
    const gateway = await middleOf(editor.nameOf('Gateway', 'shop-gateway'));
    await page.mouse.move(route.x, route.y);
    await page.mouse.down();
    await page.mouse.move(gateway.x, gateway.y, { steps: 5 });
    await expect(editor.node('Gateway', 'shop-gateway')).toHaveClass(/refused/);
    await expect(editor.node('Service', 'orders')).not.toHaveClass(/refused/);
    await expect(editor.canvas.getByRole('status')).toContainText('connect the other way round');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(editor.node('Gateway', 'shop-gateway')).not.toHaveClass(/refused/);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('Alt and a drag put a copy there, as one step', async ({ editor, page }) => {
    const before = await editor.placeOf('Service', 'orders');
    const grip = await middleOf(editor.nameOf('Service', 'orders'));
    await page.keyboard.down('Alt');
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x - 30, grip.y + 60, { steps: 10 });
    const outline = await restingBox(editor.canvas.locator('[data-copy]'));
    expect(outline.y).toBeGreaterThan(before.y + 40);
    expect(await editor.placeOf('Service', 'orders')).toEqual(before);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expectAt(editor, ['Service', 'orders-copy'], outline);
    expect(await editor.placeOf('Service', 'orders')).toEqual(before);
    expect(await editor.yamlText()).toContain('name: orders-copy');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
    expect(await editor.placeOf('Service', 'orders')).toEqual(before);
  });
});

test.describe('the tools of a node that the pointer rests on', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await editor.nameOf('Service', 'orders').hover();
  });

  test('duplicate it', async ({ editor, page }) => {
    const tools = page.getByRole('toolbar', { name: 'Service orders' });
    await tools.getByRole('button', { name: /^Duplicate/ }).click();
    await expect(editor.node('Service', 'orders-copy')).toBeFocused();
  });

  test('delete it', async ({ editor, page }) => {
    const tools = page.getByRole('toolbar', { name: 'Service orders' });
    await tools.getByRole('button', { name: /^Delete/ }).click();
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
  });

  test('connect it', async ({ editor, page }) => {
    const tools = page.getByRole('toolbar', { name: 'Service orders' });
    await tools.getByRole('button', { name: /^Connect to/ }).click();
    await page.getByRole('option', { name: /^shop ?, VirtualService/ }).click();
    await expect(editor.edges('VirtualService/default/shop', 'Service/default/orders')).toHaveCount(
      1,
    );
  });

  test('offer more, which the keyboard has in the menu', async ({ editor, page }) => {
    const tools = page.getByRole('toolbar', { name: 'Service orders' });
    await tools.getByRole('button', { name: 'More' }).click();
    const items = ['Show in YAML', 'Connect to…', 'Rename…', 'Duplicate', 'Delete'];
    for (const name of items) await expect(page.getByRole('menuitem', { name })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'orders')).toBeFocused();
    await page.keyboard.press('Shift+F10');
    for (const name of items) await expect(page.getByRole('menuitem', { name })).toBeVisible();
  });
});
