import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';

test.describe('reading a long text', () => {
  test('counts above documents and a list of what is there lead to it', async ({
    editor,
    page,
  }) => {
    const { yaml } = editor;
    const text = SHOP.replace('host: cart', 'host: kart');
    await editor.pasteOverAll(text);
    await page.keyboard.press('Control+Home');

    const [routes, problems] = [yaml.counts().first(), yaml.counts().nth(1)];
    await expect(routes).toHaveText('1 route');
    await expect(problems).toHaveText('1 problem');
    await routes.click();
    await expect(editor.node('VirtualService', 'shop')).toHaveAttribute('aria-label', /Selected/);
    await problems.click();
    await expect(page.getByRole('tab', { name: /^Problems/, selected: true })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);

    await yaml.focus();
    await page.keyboard.press('Control+Shift+O');
    await page.keyboard.type('http route');
    await expect(yaml.symbols()).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(yaml.symbols()).toHaveCount(0);
    await expect(yaml.textbox()).toBeFocused();
    await page.keyboard.press('Control+Shift+O');
    await page.keyboard.type('Gateway');
    await expect(yaml.symbols()).toHaveCount(1);
    // Names and states of the rows are Monaco's own; the colours are ours.
    const violations = await findViolations(page);
    expect(violations.filter((one) => !/^(?:label-content|aria-allowed)/.test(one))).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(editor.node('Gateway', 'shop-gateway')).toHaveAttribute('aria-label', /Selected/);
    expect(await editor.yamlText()).toBe(text);
  });
});
