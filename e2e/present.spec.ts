import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { middleOf, restingBox } from './pages/stillness.ts';

test('Alt+R presents the map alone, where nothing can be changed, and Escape leads back', async ({
  editor,
  page,
}) => {
  const text = await editor.yamlText();
  const edited = await restingBox(editor.node('Gateway', 'my-gateway'));
  await editor.canvas.focus();
  await page.keyboard.press('Alt+r');
  const leave = page.getByRole('button', { name: 'Back to editing' });
  await expect(leave).toBeVisible();
  await expect(editor.yaml.pane).toHaveCount(0);
  await expect(page.getByRole('banner')).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);

  // As large as the window lets it be, and as it was before when one is back.
  const presented = await restingBox(editor.node('Gateway', 'my-gateway'));
  expect(presented.width).toBeGreaterThan(edited.width * 1.2);
  await editor.selectNode('Gateway', 'my-gateway');
  await page.keyboard.press('Delete');
  await expect(editor.notices().last()).toContainText('The map is presented');
  const before = await editor.placeOf('Gateway', 'my-gateway');
  await page.keyboard.press('Alt+ArrowRight');
  expect(await editor.placeOf('Gateway', 'my-gateway')).toEqual(before);

  await page.keyboard.press('Escape');
  await expect(editor.node('Gateway', 'my-gateway')).not.toHaveAccessibleName(/Selected/);
  await page.keyboard.press('Escape');
  await expect(leave).toHaveCount(0);
  await editor.waitUntilReady();
  expect(await editor.yamlText()).toBe(text);
  expect(await restingBox(editor.node('Gateway', 'my-gateway'))).toEqual(edited);
});

test('the pane beside the map is closed with Ctrl+B, and the YAML shown with Alt+E', async ({
  editor,
  page,
}) => {
  await editor.openInspector();
  await editor.canvas.focus();
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('tab', { name: 'Inspector' })).toHaveCount(0);
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('tab', { name: 'Inspector', selected: true })).toBeVisible();
  await page.keyboard.press('Alt+e');
  await expect(page.getByRole('tab', { name: 'YAML', selected: true })).toBeVisible();
  await page.keyboard.press('Alt+e');
  await expect(page.getByRole('tab', { name: 'YAML' })).toHaveCount(0);
});

test('V draws boxes with a plain drag; Space and a drag move the map wherever they begin', async ({
  editor,
  page,
}) => {
  const name = await middleOf(editor.nameOf('Gateway', 'my-gateway'));
  const before = await editor.placeOf('Gateway', 'my-gateway');
  await editor.canvas.focus();
  await page.keyboard.press('v');
  const canvas = await restingBox(editor.canvas);
  const from = { x: canvas.x + 60, y: canvas.y + 20 };
  await editor.drag(from, { x: canvas.x + canvas.width - 20, y: canvas.y + canvas.height - 80 });
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('4 selected');
  expect(await editor.placeOf('Gateway', 'my-gateway')).toEqual(before);

  await editor.canvas.focus();
  await page.mouse.move(name.x, name.y);
  await page.keyboard.down('Space');
  await editor.drag(name, { x: name.x + 40, y: name.y - 30 });
  await page.keyboard.up('Space');
  await expect
    .poll(() => editor.placeOf('Gateway', 'my-gateway'))
    .toEqual({ x: before.x + 40, y: before.y - 30 });
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
});
