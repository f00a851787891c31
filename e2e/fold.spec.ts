import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { TEAMS } from './manifests.ts';
import { restingBox } from './pages/stillness.ts';

test.describe('collapsing', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(TEAMS);
    await expect(editor.node('VirtualService', 'pay')).toBeVisible();
  });

  test('shows the header of a node alone, by key, and is one step', async ({ editor }) => {
    const node = editor.node('VirtualService', 'pay');
    const before = await restingBox(node);
    await editor.selectNode('VirtualService', 'pay');
    await editor.page.keyboard.press('Alt+c');
    await expect(node).toHaveAccessibleName(/Collapsed/);
    await expect(node).toContainText('2 routes');
    expect((await restingBox(node)).height).toBeLessThan(before.height / 2);
    await expect(editor.edges('VirtualService/pay/pay', 'Service/pay/cart')).toHaveCount(1);
    await editor.undo();
    await expect.poll(async () => (await restingBox(node)).height).toBe(before.height);
    expect(await editor.yamlText()).toBe(TEAMS);
  });

  test('makes a box of a namespace, with one line for many and their number', async ({
    editor,
  }) => {
    await editor.canvas.focus();
    await editor.page.keyboard.press('g');
    await editor.frameName('shop').hover();
    await editor.page.getByRole('button', { name: 'Collapse namespace shop' }).click();
    await expect(editor.node('VirtualService', 'shop')).toHaveCount(0);
    const box = editor.frame('shop');
    await expect(box).toContainText('VirtualService1');
    await expect(box).toContainText('Service1');
    await expect(editor.canvas.getByText(/connection from Gateway front to namespace shop/)) //
      .toHaveCount(1);
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.frame('shop')).toHaveAccessibleName(/collapsed/);
    const expand = editor.page.getByRole('button', { name: 'Expand namespace shop' });
    await expand.focus();
    await editor.page.keyboard.press('Enter');
    await expect(editor.node('VirtualService', 'shop')).toBeVisible();
  });

  test('collapses all namespaces at once, with the frames that go with them', async ({
    editor,
  }) => {
    await editor.canvas.focus();
    await editor.page.keyboard.press('Shift+Alt+n');
    await expect(editor.frames()).toHaveCount(4);
    await expect(editor.nodes()).toHaveCount(0);
    await expect(editor.spoken()).toHaveText(/Done: Collapse 4 namespaces/);
    expect(await findViolations(editor.page)).toEqual([]);
    await editor.undo();
    await expect(editor.frames()).toHaveCount(0);
    await expect(editor.nodes()).toHaveCount(6);
  });

  test('a box is dragged with all that is in it', async ({ editor }) => {
    await editor.canvas.focus();
    await editor.page.keyboard.press('Shift+Alt+n');
    const before = await restingBox(editor.frame('pay'));
    const grip = { x: before.x + before.width / 2, y: before.y + before.height - 12 };
    await editor.drag(grip, { x: grip.x + 60, y: grip.y + 30 });
    await expect(editor.spoken()).toHaveText(/Done: Move namespace pay/);
    const after = await restingBox(editor.frame('pay'));
    expect(Math.abs(after.x - before.x - 60)).toBeLessThanOrEqual(1);
  });
});
