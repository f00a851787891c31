import { expect, test } from './editor-test.ts';
import { findViolationsInBothThemes } from './find-violations.ts';
import { TEAMS } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { restingBox } from './pages/stillness.ts';

const NAMESPACES = ['edge', 'istio-system', 'pay', 'shop'];

async function pressOnCanvas(editor: EditorPage, keys: string): Promise<void> {
  await editor.canvas.focus();
  await editor.page.keyboard.press(keys);
}

/** Where nodes stand as seen from one of them. */
async function places(editor: EditorPage): Promise<readonly string[]> {
  const origin = await editor.placeOf('Gateway', 'front');
  const shop = await editor.placeOf('VirtualService', 'shop');
  const pay = await editor.placeOf('VirtualService', 'pay');
  return [shop, pay].map(({ x, y }) => `${x - origin.x} ${y - origin.y}`);
}

test.describe('namespaces on the canvas', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(TEAMS);
    await expect(editor.node('Service', 'cart').first()).toBeVisible();
  });

  test('have a frame each, which have no point in common', async ({ editor }) => {
    await pressOnCanvas(editor, 'g');
    await expect(editor.frames()).toHaveCount(NAMESPACES.length);
    const boxes = await Promise.all(
      NAMESPACES.map(async (namespace) => restingBox(editor.frame(namespace))),
    );
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const isApart =
          a.x + a.width < b.x ||
          b.x + b.width < a.x ||
          a.y + a.height < b.y ||
          b.y + b.height < a.y;
        expect(isApart).toBe(true);
      }
    }
    expect(await editor.yamlText()).toBe(TEAMS);
  });

  test('keep the places of both ways when they are switched back and forth', async ({ editor }) => {
    await editor.dragNode('VirtualService', 'pay', { x: 30, y: -20 });
    await pressOnCanvas(editor, '1');
    const plain = await places(editor);
    await pressOnCanvas(editor, 'g');
    await expect(editor.frames()).toHaveCount(NAMESPACES.length);
    expect(await places(editor)).not.toEqual(plain);
    await pressOnCanvas(editor, 'g');
    await expect(editor.frames()).toHaveCount(0);
    await pressOnCanvas(editor, '1');
    expect(await places(editor)).toEqual(plain);
    await editor.undo();
    await expect(editor.frames()).toHaveCount(NAMESPACES.length);
    await editor.undo();
    await expect(editor.frames()).toHaveCount(0);
    await expect(editor.spoken()).toHaveText(/Undone: Group by namespace/);
  });

  test('are dragged by their name, with all that is in them', async ({ editor }) => {
    await pressOnCanvas(editor, 'g');
    const frame = await restingBox(editor.frame('pay'));
    const route = await editor.placeOf('VirtualService', 'pay');
    const still = await editor.placeOf('Gateway', 'front');
    const name = await restingBox(editor.frameName('pay'));
    const grip = { x: name.x + 20, y: name.y + name.height / 2 };
    await editor.drag(grip, { x: grip.x + 40, y: grip.y + 60 });
    await expect(editor.spoken()).toHaveText(/Done: Move namespace pay/);
    const moved = await editor.placeOf('VirtualService', 'pay');
    // Places are whole numbers at 100 %, which are not always those of the screen.
    expect(Math.abs(moved.x - route.x - 40)).toBeLessThanOrEqual(1);
    expect(Math.abs(moved.y - route.y - 60)).toBeLessThanOrEqual(1);
    expect(await editor.placeOf('Gateway', 'front')).toEqual(still);
    await editor.undo();
    const back = await restingBox(editor.frame('pay'));
    expect(back).toEqual(frame);
  });

  test('are still grouped after the page is loaded again', async ({ editor }) => {
    await pressOnCanvas(editor, 'g');
    await expect(editor.frames()).toHaveCount(NAMESPACES.length);
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.frames()).toHaveCount(NAMESPACES.length);
  });

  test('are hidden and shown by keyboard, and lines to what is hidden say so', async ({
    editor,
  }) => {
    await pressOnCanvas(editor, 'Shift+g');
    const list = editor.page.getByRole('list', { name: 'Namespaces to show' });
    const shop = list.getByRole('checkbox', { name: 'shop, 2 nodes' });
    await shop.focus();
    await editor.page.keyboard.press('Space');
    await expect(editor.spoken()).toHaveText(/4 of 6 nodes are shown/);
    await expect(editor.node('VirtualService', 'shop')).toHaveCount(0);
    await expect(editor.canvas.locator('[data-stub]').first()).toContainText('shop hidden');
    await editor.page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(editor.canvas).toBeFocused();
    await expect(editor.page.getByRole('button', { name: '3 of 4 namespaces' })).toBeVisible();
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.node('VirtualService', 'pay')).toBeVisible();
    await expect(editor.node('VirtualService', 'shop')).toHaveCount(0);
    expect(await editor.yamlText()).toBe(TEAMS);
  });

  test('come back when something in them is looked for', async ({ editor }) => {
    await pressOnCanvas(editor, 'Shift+g');
    await editor.page.getByRole('button', { name: 'Show only pay' }).click();
    await expect(editor.nodes()).toHaveCount(2);
    await editor.page.keyboard.press('Escape');
    await pressOnCanvas(editor, 'Control+f');
    await editor.page.keyboard.type('front');
    await editor.page.keyboard.press('Enter');
    await expect(editor.node('Gateway', 'front')).toBeVisible();
  });

  test('can be changed for several resources at once, and every reference follows', async ({
    editor,
  }) => {
    await editor.selectNode('VirtualService', 'pay');
    await editor.page.keyboard.press('Control+f');
    await editor.page.keyboard.type('cart pay');
    await editor.page.keyboard.press('Enter');
    const second = editor.canvas.getByRole('group', { name: /^Service cart, namespace pay/ });
    await expect(second).toHaveAccessibleName(/Selected/);
    await editor.selectNode('VirtualService', 'pay');
    await second.locator('strong').click({ modifiers: ['Shift'] });
    await editor.nameOf('VirtualService', 'pay').click({ button: 'right' });
    await editor.page.getByRole('menuitem', { name: 'Move to another namespace…' }).click();
    const dialog = editor.page.getByRole('dialog', { name: 'Move 2 resources' });
    await dialog.getByLabel('Namespace').fill('money');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect(dialog).toHaveCount(0);
    const text = await editor.yamlText();
    const moved = TEAMS.replaceAll('namespace: pay', 'namespace: money');
    const start = moved.indexOf('name: pay');
    const short = '{ host: cart }';
    expect(text.slice(0, start)).toBe(moved.slice(0, start));
    expect(text.slice(start)).toBe(
      moved.slice(start).replace(short, '{ host: cart.money.svc.cluster.local }'),
    );
    await editor.canvas.focus();
    await editor.undo();
    expect(await editor.yamlText()).toBe(TEAMS);
  });

  test('break no rule of accessibility', async ({ editor }) => {
    await pressOnCanvas(editor, 'g');
    await expect(editor.frames()).toHaveCount(NAMESPACES.length);
    await pressOnCanvas(editor, 'Shift+g');
    await editor.page.getByRole('checkbox', { name: /^istio-system/ }).click();
    await expect(editor.canvas.locator('[data-stub]').first()).toBeVisible();
    expect(await findViolationsInBothThemes(editor.page)).toEqual([]);
  });
});
