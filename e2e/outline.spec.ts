import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';

test.describe('the outline', () => {
  test.beforeEach(async ({ editor, page }) => {
    await editor.pasteOverAll(SHOP);
    await page.getByRole('tab', { name: 'Outline' }).click();
  });

  test('[P9] is the map in words: routes as sentences under what has them', async ({ page }) => {
    const tree = page.getByRole('tree', { name: 'Outline' });
    await expect(tree.getByRole('treeitem', { level: 2 })).toHaveText([
      /LoadBalancer istio-ingressgateway/,
      /Service orders/,
    ]);
    const route = 'Route 1 of VirtualService shop: any request, to cart port 8080';
    await expect(tree.getByRole('treeitem', { name: route })).toHaveAttribute('aria-level', '5');
    expect(await findViolations(page)).toEqual([]);
  });

  test('[P9] is walked with the arrows, and Enter selects on the canvas', async ({
    editor,
    page,
  }) => {
    const tree = page.getByRole('tree', { name: 'Outline' });
    await tree.getByRole('treeitem', { name: 'On the canvas' }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await expect(editor.node('Gateway', 'shop-gateway')).toHaveAccessibleName(/Selected/);
    await expect(tree.getByRole('treeitem', { selected: true })).toHaveText(/Gateway shop-gateway/);
    await page.keyboard.press('ArrowLeft');
    await expect(tree.getByRole('treeitem', { name: /VirtualService shop,/ })).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(tree.getByRole('treeitem', { name: /VirtualService shop,/ })).toHaveCount(1);
    await page.keyboard.press('End');
    await expect(tree.getByRole('treeitem', { name: /Service orders/ })).toBeFocused();
  });

  test('[P9] what the canvas does by key is done here too', async ({ editor, page }) => {
    const tree = page.getByRole('tree', { name: 'Outline' });
    await tree.getByRole('treeitem', { name: /Service orders/ }).click();
    await page.keyboard.press('F2');
    await expect(page.getByRole('dialog', { name: /Rename Service orders/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tree.getByRole('treeitem', { name: /Service orders/ })).toBeFocused();
    await page.keyboard.press('Delete');
    await expect(editor.node('Service', 'orders')).toHaveCount(0);
  });
});
