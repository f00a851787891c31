import type { Locator } from '@playwright/test';
import { expect, test } from './editor-test.ts';
import { findViolationsInBothThemes } from './find-violations.ts';
import { SHOP } from './manifests.ts';
import { EditorPage } from './pages/editor-page.ts';

const SAMPLES = [
  'One app behind an ingress',
  'Canary release, 90 to 10',
  'Several hosts with HTTPS',
  'TLS passthrough and TCP',
  'Two teams, one host',
  'Seven typical mistakes',
];

/** A card with a picture in which something is drawn. */
function cardOf(place: Locator, sample: string): Locator {
  return place.getByRole('button', { name: sample }).filter({ has: place.page().locator('rect') });
}

test.describe('a newcomer', () => {
  let editor: EditorPage;

  test.beforeEach(async ({ page, foreignRequests, pageErrors }) => {
    void foreignRequests;
    void pageErrors;
    editor = new EditorPage(page);
    await editor.openFirst();
  });

  test('sees a sample that is whole, and what to do with it, and nothing is covered', async () => {
    await expect(editor.welcome).toContainText('This is a sample.');
    for (const sample of SAMPLES.slice(1)) {
      await expect(cardOf(editor.welcome, sample)).toBeInViewport({ ratio: 1 });
    }
    await expect(editor.nodes()).toHaveCount(4);
    for (const node of await editor.nodes().all()) {
      await expect(node).toBeInViewport({ ratio: 0.99 });
    }
  });

  test('can go on with the sample: the welcome is no question that stands before it', async ({
    page,
  }) => {
    await editor.selectNode('Service', 'my-app-service');
    await editor.rename('basket');
    await expect(editor.node('Service', 'basket')).toBeVisible();
    await expect(editor.welcome).toBeVisible();
    await editor.closeWelcome();
    await expect(page.locator(':focus')).toHaveCount(1);
    await editor.reload();
    await expect(editor.welcome).toHaveCount(0);
  });

  test('who only loads the page again is still welcome, and the welcome makes room for a trace', async ({
    page,
  }) => {
    await editor.reload();
    await expect(editor.welcome).toBeVisible();
    await editor.trace('https://myapp.example.com/');
    await expect(editor.welcome).toHaveCount(0);
    await page.getByRole('button', { name: 'Close the panel' }).click();
    await expect(editor.welcome).toBeVisible();
  });

  test('opens a sample by its picture, and the welcome goes', async () => {
    await cardOf(editor.welcome, 'Two teams, one host').click();
    await expect(editor.welcome).toHaveCount(0);
    await expect(editor.page.getByRole('button', { name: /^Sketch Two teams/ })).toBeVisible();
  });

  test('pastes over the sample, and the welcome goes', async () => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    await expect(editor.welcome).toHaveCount(0);
  });

  test('begins an ingress of their own, and the sample stays as it was', async ({ page }) => {
    const sample = await editor.yamlText();
    await editor.welcome.getByRole('button', { name: 'New ingress…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New ingress' });
    await dialog.getByLabel('Host').fill('tea.example.com');
    await dialog.getByLabel('Service', { exact: true }).fill('tea');
    await dialog.getByRole('button', { name: 'Write it' }).click();
    await expect(editor.node('Gateway', 'tea-gateway')).toBeVisible();
    await expect(editor.node('Gateway', 'my-gateway')).toHaveCount(0);
    await editor.openSketchMenu(/^One app behind an ingress .*\d/);
    await expect(editor.node('Gateway', 'my-gateway')).toBeVisible();
    expect(await editor.yamlText()).toBe(sample);
  });

  test('reaches all of it by keyboard alone, and pastes their YAML', async ({ page }) => {
    await editor.writeClipboard(SHOP);
    await editor.canvas.focus();
    const ways = editor.welcome.getByRole('button');
    for (let steps = 0; steps < 4; steps += 1) {
      await page.keyboard.press('F6');
      if ((await editor.welcome.locator(':focus').count()) > 0) break;
    }
    await expect(ways.first()).toBeFocused();
    const names = [
      'New ingress…',
      'Paste your YAML…',
      'Open files…',
      'Start empty',
      'Take the tour',
    ];
    for (const name of names) {
      await page.keyboard.press('Tab');
      await expect(ways.filter({ hasText: name })).toBeFocused();
    }
    for (const sample of SAMPLES.slice(1)) {
      await page.keyboard.press('Tab');
      await expect(editor.welcome.getByRole('button', { name: sample })).toBeFocused();
    }
    for (let back = 0; back < 8; back += 1) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Manifests')).toBeFocused();
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });

  test('[P9] axe finds nothing in the welcome', async ({ page }) => {
    await expect(cardOf(editor.welcome, 'Two teams, one host')).toBeVisible();
    expect(await findViolationsInBothThemes(page)).toEqual([]);
  });
});

for (const size of [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
]) {
  test(`an empty sketch offers every way to begin at ${size.width} × ${size.height}`, async ({
    editor,
    page,
  }) => {
    await page.setViewportSize(size);
    await editor.openSketchMenu('New, empty');
    const ways = ['New ingress…', 'Paste your YAML…', 'Open files…', 'Add a Gateway'];
    for (const name of ways) {
      await expect(editor.canvas.getByRole('button', { name })).toBeInViewport({ ratio: 1 });
    }
    for (const sample of SAMPLES) {
      await expect(cardOf(editor.canvas, sample)).toBeInViewport({ ratio: 1 });
    }
    await editor.canvas.getByRole('button', { name: 'Add a Gateway' }).click();
    await expect(editor.node('Gateway', 'my-gateway')).toBeVisible();
    await expect(editor.canvas.getByRole('button', { name: 'New ingress…' })).toHaveCount(0);
  });
}
