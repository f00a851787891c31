import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';
import { SharedSketch } from './pages/shared-sketch.ts';

const WITH_RULE = `${SHOP}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: cart
spec:
  host: cart
`;

/** A route with conditions, and a field that is misspelt. */
const ODD_ROUTE = SHOP.replace(
  '    - name: cart\n',
  `    - name: cart # the first
      timout: 5s
      match:
        - headers:
            end-user: { exact: jason }
`,
);

/** Puts the text into the sketch and opens all fields of its VirtualService. */
async function openMoreOf(editor: EditorPage, text: string): Promise<void> {
  await editor.pasteOverAll(text);
  await editor.openInspector();
  await editor.selectNode('VirtualService', 'shop');
  await openMore(editor.page);
}

async function openMore(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^More every other field/ }).click();
  await expect(page.getByRole('searchbox', { name: 'Find a field' })).toBeVisible();
}

async function findField(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a field' }).fill(words);
}

/** Unfolds fields, the outer ones first; each is named by its place, its name and what it holds. */
async function unfold(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.getByRole('button', { name: new RegExp(`^${escaped(name)} `) }).click();
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test.describe('more fields in the inspector', () => {
  test('are loaded once, for them and for what is checked', async ({ editor, page }) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await editor.reload();
    await editor.openInspector();
    await editor.selectNode('Gateway', 'my-gateway');
    await openMore(page);
    expect(loaded.filter((url) => url.includes('published-fields'))).toHaveLength(1);
    expect(await findViolations(page)).toEqual([]);
  });

  test('[P2] [P3] are found, checked while typing, and written as one step and one line', async ({
    editor,
    page,
  }) => {
    await openMoreOf(editor, SHOP);
    await findField(page, 'timeout');
    const timeout = page.getByLabel('http[0].timeout', { exact: true });
    await timeout.fill('5');
    await expect(timeout).toHaveAccessibleDescription(/"5" has no unit/);
    await timeout.press('Enter');
    expect(await editor.yamlText()).toBe(SHOP);
    await timeout.fill('5s');
    await timeout.press('Enter');
    const line = '              number: 8080\n';
    const at = SHOP.indexOf(line) + line.length;
    const after = `${SHOP.slice(0, at)}      timeout: 5s\n${SHOP.slice(at)}`;
    await expect.poll(() => editor.yamlText()).toBe(after);
    await page.getByRole('button', { name: 'Remove http[0].timeout', exact: true }).press('Enter');
    await expect(timeout).toBeFocused();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);
    await editor.selectNode('VirtualService', 'shop');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(after);
  });

  test('say what is wrong with a regular expression, and with a percentage', async ({
    editor,
    page,
  }) => {
    await openMoreOf(editor, SHOP);
    await findField(page, 'uriRegexRewrite match');
    const pattern = page.getByLabel('http[0].rewrite.uriRegexRewrite.match', { exact: true });
    await pattern.fill('/a(?=b)');
    await expect(pattern).toHaveAccessibleDescription(/looks ahead or behind/);
    await findField(page, 'fault abort percentage value');
    const share = page.getByLabel('http[0].fault.abort.percentage.value', { exact: true });
    await share.fill('120');
    await expect(share).toHaveAccessibleDescription(/from 0 to 100/);
    await share.fill('0.5');
    await share.press('Enter');
    await expect.poll(() => editor.yamlText()).toContain('value: 0.5');
  });

  test('one of several takes the place of the former, as one step', async ({ editor, page }) => {
    await openMoreOf(editor, ODD_ROUTE);
    await unfold(page, 'http', 'http[0] 1', 'http[0] match', 'http[0].match[0] 1');
    await unfold(page, 'http[0].match[0] headers', 'http[0].match[0].headers end-user');
    // With a value that fits the other, only the key changes.
    await page.getByRole('combobox', { name: /^One of .* in http\[0\]\.match\[0\]\.h/ }).click();
    await page.getByRole('option', { name: 'prefix' }).click();
    const prefix = ODD_ROUTE.replace('{ exact: jason }', '{ prefix: jason }');
    await expect.poll(() => editor.yamlText()).toBe(prefix);
    // Otherwise the former goes when the other has a value.
    await page.getByRole('combobox', { name: /^One of route, redirect/ }).click();
    await page.getByRole('option', { name: 'redirect' }).click();
    expect(await editor.yamlText()).toBe(prefix);
    const uri = page.getByLabel('http[0].redirect.uri', { exact: true });
    await uri.fill('/new');
    await uri.press('Enter');
    await expect.poll(() => editor.yamlText()).toContain('redirect:\n        uri: /new\n');
    expect(await editor.yamlText()).not.toContain('host: cart');
    await editor.selectNode('VirtualService', 'shop');
    await editor.undo();
    await expect.poll(() => editor.yamlText()).toBe(prefix);
  });

  test('entries of maps and items of lists come, change and go', async ({ editor, page }) => {
    await openMoreOf(editor, SHOP);
    await findField(page, 'headers request set');
    const set = 'http[0].headers.request.set';
    await unfold(page, 'http[0].headers.request set');
    const newKey = page.getByLabel(`New key of ${set}`);
    await newKey.fill('x header');
    await expect(newKey).toHaveAccessibleDescription(/header/);
    await newKey.fill('x-shop');
    await newKey.press('Enter');
    const value = page.getByLabel(`${set}.x-shop`, { exact: true });
    await expect(value).toBeFocused();
    await page.keyboard.type('cart');
    await page.keyboard.press('Enter');
    await expect.poll(() => editor.yamlText()).toContain('set:\n            x-shop: cart\n');
    const key = page.getByLabel(`Key of ${set}.x-shop`);
    await key.fill('x-store');
    await key.press('Enter');
    await expect.poll(() => editor.yamlText()).toContain('x-store: cart');
    await page.getByRole('button', { name: `Remove ${set}.x-store`, exact: true }).click();
    await expect.poll(() => editor.yamlText()).toBe(SHOP);

    await findField(page, 'allowMethods');
    const methods = 'http[0].corsPolicy.allowMethods';
    await unfold(page, 'http[0].corsPolicy allowMethods');
    await page.getByRole('button', { name: `Add to ${methods}` }).click();
    await page.keyboard.type('get');
    await expect(page.getByLabel(`${methods}[0]`, { exact: true })).toHaveAccessibleDescription(
      /no method/,
    );
    await page.getByRole('button', { name: 'Use GET' }).click();
    await expect.poll(() => editor.yamlText()).toContain('- GET');
    expect(await findViolations(page)).toEqual([]);
  });

  test('a field that the kind does not have is shown, kept, and put right', async ({
    editor,
    page,
  }) => {
    await openMoreOf(editor, ODD_ROUTE);
    await unfold(page, 'http', 'http[0] 1');
    await expect(page.getByText('unknown', { exact: true })).toBeVisible();
    await expect(page.getByText(/VirtualService has no such field here/)).toBeVisible();
    await page.getByRole('button', { name: /rarer fields$/ }).click();
    expect(await findViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Rename to timeout' }).click();
    await expect.poll(() => editor.yamlText()).toBe(ODD_ROUTE.replace('timout', 'timeout'));
  });

  test('a DestinationRule is reached through its Service', async ({ editor, page }) => {
    await editor.pasteOverAll(WITH_RULE);
    await editor.openInspector();
    await editor.selectNode('Service', 'cart');
    await page
      .getByRole('navigation', { name: 'Resources of this node' })
      .getByRole('button', { name: 'DestinationRule cart' })
      .click();
    await findField(page, 'simple');
    const simple = page.getByRole('combobox', {
      name: 'trafficPolicy.loadBalancer.simple',
      exact: true,
    });
    await simple.click();
    await page.getByRole('option', { name: 'LEAST_REQUEST' }).click();
    await expect
      .poll(() => editor.yamlText())
      .toBe(`${WITH_RULE}  trafficPolicy:\n    loadBalancer:\n      simple: LEAST_REQUEST\n`);
    await simple.click();
    await page.getByRole('option', { name: 'not set' }).click();
    await expect.poll(() => editor.yamlText()).toBe(WITH_RULE);
  });

  test('can be read and not changed in a sketch that is only looked at', async ({ page }) => {
    const reader = new SharedSketch(page);
    await reader.follow(`/#1.${deflateRawSync(`${ODD_ROUTE}\n{}`).toString('base64url')}`);
    await reader.editor.openInspector();
    await reader.editor.selectNode('VirtualService', 'shop');
    await openMore(page);
    await unfold(page, 'http', 'http[0] 1');
    await expect(page.getByLabel('http[0].name', { exact: true })).toHaveValue('cart');
    await expect(page.getByLabel('http[0].name', { exact: true })).toBeDisabled();
    await expect(page.getByRole('combobox', { name: /^One of route, redirect/ })).toBeDisabled();
    await expect(page.getByRole('button', { name: /^(Add|Remove|Rename) (to|http)/ })).toHaveCount(
      0,
    );
    await findField(page, 'retries attempts');
    await expect(page.getByLabel('http[0].retries.attempts', { exact: true })).toBeDisabled();
  });

  test('fit into a narrow pane', async ({ editor, page }) => {
    await page.setViewportSize({ width: 1000, height: 720 });
    await openMoreOf(editor, ODD_ROUTE);
    await unfold(page, 'http', 'http[0] 1', 'http[0] match', 'http[0].match[0] 1');
    await unfold(page, 'http[0].match[0] headers', 'http[0].match[0].headers end-user');
    const pane = page.locator('[data-pane="inspector"]');
    const width = await pane.evaluate((element) => element.clientWidth);
    expect(width).toBeLessThanOrEqual(320);
    const right = await pane.evaluate((element) => element.getBoundingClientRect().right);
    const rights = await pane
      .locator('input, button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(Math.max(...rights)).toBeLessThanOrEqual(right);
    const value = page.getByLabel('http[0].match[0].headers.end-user.exact', { exact: true });
    expect((await value.boundingBox())?.width).toBeGreaterThan(120);
  });
});
