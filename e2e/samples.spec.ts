import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../scripts/setup.mjs';
import { expect, test } from './editor-test.ts';
import type { NodeKind } from './pages/editor-page.ts';

interface Sample {
  readonly title: string;
  readonly file: string;
  readonly shows: readonly NodeKind[];
  /** Words that its topology has to show somewhere. */
  readonly words: readonly string[];
}

const CHAIN = ['LoadBalancer', 'Gateway', 'VirtualService', 'Service'] as const;

const SAMPLES: readonly Sample[] = [
  { title: 'One app behind an ingress', file: 'ingress', shows: CHAIN, words: ['1 workload'] },
  { title: 'Canary release, 90 to 10', file: 'canary', shows: CHAIN, words: ['90 %', '10 %'] },
  {
    title: 'Several hosts with HTTPS',
    file: 'https-redirect',
    shows: CHAIN,
    words: ['SIMPLE', 'to HTTPS'],
  },
  {
    title: 'TLS passthrough and TCP',
    file: 'tls-passthrough',
    shows: CHAIN,
    words: ['PASSTHROUGH', 'TCP'],
  },
  { title: 'Two teams, one host', file: 'delegate', shows: CHAIN, words: [] },
  { title: 'Seven typical mistakes', file: 'typical-mistakes', shows: CHAIN, words: ['missing'] },
];

test.describe('samples', () => {
  for (const { title, file, shows, words } of SAMPLES) {
    test(`“${title}” opens and shows what it is about`, async ({ editor }) => {
      await editor.openSketchMenu(title);
      await expect(editor.page.getByRole('button', { name: `Sketch ${title}` })).toBeVisible();
      for (const kind of shows) {
        await expect(editor.canvas.getByRole('group', { name: new RegExp(`^${kind}\\b`) }).first()) //
          .toBeVisible();
      }
      for (const word of words) await expect(editor.canvas).toContainText(word);
      const shipped = readFileSync(join(ROOT, `public/samples/${file}.yaml`), 'utf8');
      expect(await editor.yamlText()).toBe(shipped);
    });
  }

  test('and stored sketches are in the palette too', async ({ editor, page }) => {
    await editor.canvas.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('canary 90');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Sketch Canary release' })).toBeVisible();
    await editor.canvas.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('open one app');
    await expect(page.getByRole('option', { name: /Sketch$/ })).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Sketch One app' })).toBeVisible();
    // A command is found by what others call it, too.
    await editor.canvas.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('iframe');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /^Share/ })).toBeVisible();
  });

  test('the sample with mistakes draws broken lines, and every one says why', async ({
    editor,
  }) => {
    await editor.openSketchMenu('Seven typical mistakes');
    const broken = editor.canvas.getByRole('button', { name: /Broken: \S.{10,}/ });
    await expect(broken.first()).toBeAttached();
  });
});
