import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';

const NAMES = ['cart', 'orders'] as const;

async function selectBoth(editor: EditorPage): Promise<void> {
  await editor.selectNode('Service', 'cart');
  await editor.nameOf('Service', 'orders').click({ modifiers: ['Shift'] });
  await expect(editor.page.getByRole('toolbar', { name: 'Selection' })).toBeVisible();
}

async function lefts(editor: EditorPage): Promise<readonly number[]> {
  const [cart, orders] = NAMES;
  return [(await editor.placeOf('Service', cart)).x, (await editor.placeOf('Service', orders)).x];
}

test.describe('several selected nodes', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await editor.dragNode('Service', 'orders', { x: -60, y: 40 });
  });

  test('are put in line by key, as one step that undo takes back', async ({ editor }) => {
    const before = await lefts(editor);
    expect(before[0]).not.toBe(before[1]);
    await selectBoth(editor);
    await editor.page.keyboard.press('Alt+a');
    await expect(editor.spoken()).toHaveText(/Done: Align left: 2 nodes/);
    const [cart, orders] = await lefts(editor);
    expect([cart, orders]).toEqual([before[1], before[1]]);
    await editor.undo();
    await expect.poll(() => lefts(editor)).toEqual(before);
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('are put in line with the bar above the canvas', async ({ editor }) => {
    const before = await lefts(editor);
    await selectBoth(editor);
    await editor.page.getByRole('button', { name: 'Align right' }).click();
    const [cart, orders] = await lefts(editor);
    expect([cart, orders]).toEqual([before[0], before[0]]);
  });

  test('are tidied where they are, and nobody else moves', async ({ editor }) => {
    const gateway = await editor.placeOf('Gateway', 'shop-gateway');
    const route = await editor.placeOf('VirtualService', 'shop');
    await selectBoth(editor);
    await editor.page.keyboard.press('t');
    await expect(editor.spoken()).toHaveText(/Done: Tidy the selection/);
    const [cart, orders] = await lefts(editor);
    expect(cart).toBe(orders);
    expect(await editor.placeOf('Gateway', 'shop-gateway')).toEqual(gateway);
    expect(await editor.placeOf('VirtualService', 'shop')).toEqual(route);
  });
});
