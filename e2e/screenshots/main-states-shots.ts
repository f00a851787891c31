import { join } from 'node:path';
import { ROOT } from '../../scripts/setup.mjs';
import { expect, test } from '../editor-test.ts';
import { manyIngresses, SHOP } from '../manifests.ts';
import type { EditorPage } from '../pages/editor-page.ts';
import { PictureDialog } from '../pages/picture-dialog.ts';

const ALL = join(ROOT, '.cache/screenshots');
const OF_README = join(ROOT, 'docs/screenshots');

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

interface State {
  readonly name: string;
  readonly prepare: (editor: EditorPage) => Promise<void>;
}

/** Pictures that the README shows, at 1280 × 720. */
const GALLERY = new Set([
  'main-light',
  'problems-light',
  'namespaces-dark',
  'canary-light',
  'trace-light',
  'picture-light',
]);

const LONG_NAME = 'a-service-whose-name-is-as-long-as-kubernetes-lets-a-name-be-63';

const STATES: readonly State[] = [
  { name: 'main', prepare: async (editor) => editor.selectNode('Gateway', 'my-gateway') },
  { name: 'first-visit', prepare: async (editor) => expect(editor.nodes()).toHaveCount(4) },
  {
    name: 'missing-and-broken',
    prepare: async (editor) => {
      await editor.pasteOverAll(
        SHOP.replace('host: cart', 'host: basket').replace(
          '- shop.example.com',
          '- www.example.com',
        ),
      );
      await expect(editor.node('Service', 'basket')).toBeVisible();
    },
  },
  {
    name: 'broken-document',
    prepare: async (editor) => {
      await editor.placeCursorAfter('  gateways:');
      await editor.page.keyboard.type(' [');
      await expect(editor.node('VirtualService', 'my-app-virtualservice')).toHaveAccessibleName(
        /Broken YAML/,
      );
    },
  },
  { name: 'empty', prepare: async (editor) => editor.pasteOverAll('\n') },
  {
    name: 'long-names',
    prepare: async (editor) => {
      const host = `${'very-long-label.'.repeat(15)}example.com`.slice(-253);
      await editor.pasteOverAll(
        SHOP.replaceAll('shop.example.com', host).replaceAll('orders', LONG_NAME),
      );
      await expect(editor.node('Service', LONG_NAME)).toBeVisible();
    },
  },
  {
    name: 'problems',
    prepare: async (editor) => {
      await editor.openSketchMenu('Seven typical mistakes');
      await expect(editor.node('VirtualService', 'blog')).toBeVisible();
      const problems = await editor.openProblems();
      await problems.filter({ hasText: 'IST0101' }).first().click();
      await expect(editor.page.getByRole('region', { name: /^IST0101/ })).toBeVisible();
    },
  },
  {
    name: 'trace',
    prepare: async (editor) => {
      await editor.openSketchMenu('Canary release, 90 to 10');
      await editor.trace('http://shop.example.com/cart');
      await editor.page.getByRole('button', { name: 'Send 1,000' }).click();
    },
  },
  {
    name: 'namespaces',
    prepare: async (editor) => {
      await editor.openSketchMenu('Two teams, one host');
      await expect(editor.nodes().first()).toBeVisible();
      await editor.canvas.press('g');
    },
  },
  {
    name: 'canary',
    prepare: async (editor) => {
      await editor.openSketchMenu('Canary release, 90 to 10');
      await expect(editor.nodes().first()).toBeVisible();
      await editor.canvas
        .getByRole('group', { name: /^VirtualService/ })
        .first()
        .click();
      await editor.openInspector();
    },
  },
  {
    name: 'picture',
    prepare: async (editor) => {
      await editor.openSketchMenu('Several hosts with HTTPS');
      await expect(editor.nodes().first()).toBeVisible();
      await new PictureDialog(editor).open();
    },
  },
  { name: '200-nodes', prepare: async (editor) => editor.pasteOverAll(manyIngresses(50)) },
];

for (const scheme of ['light', 'dark'] as const) {
  for (const size of SIZES) {
    for (const state of STATES) {
      test(`${state.name}, ${scheme}, ${size.width} × ${size.height}`, async ({ editor, page }) => {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.setViewportSize(size);
        await editor.reload();
        await state.prepare(editor);
        await page.waitForTimeout(800); // flashes and fades are over
        const name = `${state.name}-${scheme}`;
        await page.screenshot({ path: join(ALL, `${name}-${size.width}.png`) });
        if (GALLERY.has(name) && size.width === 1280) {
          await page.screenshot({ path: join(OF_README, `${name}.png`) });
        }
      });
    }
  }
}
