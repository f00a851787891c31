import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';

test.describe('help with writing', () => {
  test('an empty document becomes a VirtualService with the keyboard alone', async ({
    editor,
    page,
  }) => {
    const { yaml } = editor;
    await editor.pasteOverAll(SHOP);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('---\n');
    await page.keyboard.press('Control+Space');
    await expect(yaml.suggestion('Gateway')).toBeVisible();
    await page.keyboard.type('Virt');
    await expect(yaml.suggestions()).toHaveCount(1);
    // Monaco's own rows put a comma into their name where the eye sees a gap.
    const violations = await findViolations(page);
    expect(violations.filter((one) => !one.startsWith('label-content-name-mismatch'))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('checkout');
    await expect(editor.node('VirtualService', 'checkout')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('gatew');
    await expect(yaml.suggestion('gateways')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(yaml.suggestion('shop-gateway')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(
      editor.edges('Gateway/default/shop-gateway', 'VirtualService/default/checkout'),
    ).toHaveCount(1);
  });

  test('names lead to each other across documents, are renamed, and what is wrong is mended', async ({
    editor,
    page,
  }) => {
    const { yaml } = editor;
    await editor.pasteOverAll(SHOP);
    await yaml.placeCursorAfter('- shop-gat', SHOP);
    // The cursor has come to rest: the Gateway was selected too while it went by.
    await expect(
      editor.edges('Gateway/default/shop-gateway', 'VirtualService/default/shop'),
    ).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('F12');
    await expect(editor.node('Gateway', 'shop-gateway')).toHaveAttribute('aria-label', /Selected/);
    await page.keyboard.press('Shift+F12');
    const places = page.locator('.reference-zone-widget .ref-tree .monaco-list-row');
    await expect(places).not.toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(places).toHaveCount(0);
    await page.keyboard.press('F2');
    await expect(page.locator('.rename-box input')).toHaveValue('shop-gateway');
    await expect(page.locator('.rename-box input')).toBeFocused();
    await page.keyboard.type('front');
    await page.keyboard.press('Enter');
    await expect(editor.node('Gateway', 'front')).toBeVisible();
    const renamed = SHOP.replaceAll('shop-gateway', 'front');
    expect(await editor.yamlText()).toBe(renamed);

    await yaml.placeCursorAfter('host: ca', renamed);
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await expect(editor.node('Service', 'caxrt')).toBeVisible();
    await expect(yaml.pane.locator('.squiggly-error').first()).toBeVisible();
    await page.keyboard.press('Control+Period');
    const fix = page.locator('.action-widget').getByText('Send to cart');
    await expect(fix).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(editor.node('Service', 'caxrt')).toHaveCount(0);
    await expect(yaml.textbox()).toBeFocused();
    expect(await editor.yamlText()).toBe(renamed);
  });

  test('formats when it is asked to, in one step that can be undone', async ({ editor, page }) => {
    const { yaml } = editor;
    const untidy = SHOP.replace('  name: shop-gateway', '    name: shop-gateway  ');
    await editor.pasteOverAll(untidy);
    await yaml.placeCursorAfter('kind: Gate', untidy);
    await page.keyboard.press('Shift+Alt+F');
    await expect(yaml.textbox()).toBeFocused();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
    await page.keyboard.press('Shift+Alt+F');
    await expect(page.getByRole('group', { name: 'Warning' })).toContainText('nothing to format');
    await page.keyboard.press('Control+z');
    await expect.poll(() => editor.yamlText()).toBe(untidy);
  });
});
