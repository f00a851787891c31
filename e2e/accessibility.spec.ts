import { expect, test } from './editor-test.ts';
import { findViolations, findViolationsInBothThemes } from './find-violations.ts';
import { manyIngresses, SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';

interface ScreenState {
  readonly name: string;
  readonly reach: (editor: EditorPage) => Promise<void>;
}

const STATES: readonly ScreenState[] = [
  { name: 'the first visit', reach: (editor) => expect(editor.nodes()).toHaveCount(4) },
  { name: 'a selected node', reach: (editor) => editor.selectNode('Gateway', 'my-gateway') },
  {
    name: 'missing and broken ends',
    reach: async (editor) => {
      await editor.openSketchMenu('Seven typical mistakes');
      await expect(editor.canvas.getByRole('group', { name: /, missing / }).first()).toBeVisible();
    },
  },
  {
    name: 'a broken document, with the problems open',
    reach: async (editor) => {
      await editor.pasteOverAll(SHOP.replace('gateways:', 'gateways: ['));
      await expect((await editor.openProblems()).first()).toBeVisible();
    },
  },
  {
    name: 'a problem and its explanation',
    reach: async (editor) => {
      await editor.pasteOverAll(SHOP.replace('- shop-gateway', '- nowhere'));
      await (await editor.openProblems()).filter({ hasText: 'IST0101' }).first().click();
      await expect(editor.page.getByRole('region', { name: /^IST0101/ })).toBeVisible();
    },
  },
  {
    name: 'a request that fails, and what Envoy is told',
    reach: async (editor) => {
      await editor.trace('http://other.example.com/');
      await expect(editor.traceOutcome()).toBeVisible();
      expect(await findViolationsInBothThemes(editor.page)).toEqual([]);
      await editor.page.getByRole('tab', { name: 'Envoy' }).click();
      await expect(editor.page.getByRole('treeitem').first()).toBeVisible();
    },
  },
  {
    name: 'a refused connection, and more about the request',
    reach: async (editor) => {
      await editor.trace('http://myapp.example.com:9999/');
      await expect(editor.traceOutcome()).toHaveText('Connection refused');
      await editor.page.getByRole('button', { name: 'More about the request' }).click();
      await expect(editor.page.getByLabel('Host header')).toBeVisible();
    },
  },
  {
    name: 'saved requests, of which one has changed, and what changed',
    reach: async (editor) => {
      await editor.openTab('Requests');
      expect(await findViolationsInBothThemes(editor.page)).toEqual([]);
      await editor.page.getByRole('button', { name: 'Save a request for each route' }).click();
      await editor.openTab('Routes');
      await expect(editor.page.getByText('2 of 2 routes have a saved request')).toBeVisible();
      expect(await findViolationsInBothThemes(editor.page)).toEqual([]);
      await editor.openTab('Requests');
      await editor.savedRequests().nth(1).click();
      await editor.typeOver('- my-gateway', '# - my-gateway');
      await expect(editor.savedRequests().nth(1)).toHaveAccessibleName(/^changed: .* 404$/);
      expect(await findViolationsInBothThemes(editor.page)).toEqual([]);
      await editor.page.getByRole('button', { name: 'What changed for requests…' }).click();
      await expect(editor.page.getByRole('button', { name: /→ 404$/ }).last()).toBeVisible();
    },
  },
  {
    name: 'the outline',
    reach: (editor) => editor.page.getByRole('tab', { name: 'Outline' }).click(),
  },
  {
    name: 'an empty canvas',
    reach: async (editor) => {
      await editor.pasteOverAll('# nothing yet\n');
      await expect(editor.nodes()).toHaveCount(0);
    },
  },
  {
    name: 'the menu of the sketch',
    reach: (editor) => editor.page.getByRole('button', { name: /^Sketch / }).click(),
  },
  {
    name: 'the menu for adding',
    reach: (editor) => editor.page.getByRole('button', { name: 'Add', exact: true }).click(),
  },
  {
    name: 'the menu of a node',
    reach: (editor) => editor.nameOf('Service', 'my-app-service').click({ button: 'right' }),
  },
  {
    name: 'the question for a name',
    reach: async (editor) => {
      await editor.selectNode('Service', 'my-app-service');
      await editor.openRename();
    },
  },
  {
    name: 'the question before deleting',
    reach: async (editor) => {
      await editor.selectNode('Service', 'my-app-service');
      await editor.pressDelete();
      await expect(editor.page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'a line that is selected, and the question where its end is to lead',
    reach: async (editor) => {
      await editor.pasteOverAll(SHOP);
      await editor
        .edges('VirtualService/default/shop', 'Service/default/cart')
        .click({ button: 'right', force: true });
      await editor.page.getByRole('menuitem', { name: 'Move the end to…' }).click();
      await expect(editor.page.getByRole('option', { name: /orders/ })).toBeVisible();
    },
  },
  {
    name: 'the dialog for pasted YAML',
    reach: (editor) => editor.openSketchMenu('Open pasted YAML…'),
  },
  {
    name: 'the assumptions, part by part',
    reach: async (editor) => {
      await editor.openSketchMenu('Assumptions…');
      const dialog = editor.page.getByRole('dialog', { name: 'Assumptions' });
      for (const part of ['Outside this text', 'Muted', 'As YAML']) {
        expect(await findViolations(editor.page)).toEqual([]);
        await dialog.getByRole('tab', { name: part }).click();
        await expect(dialog.getByRole('tabpanel', { name: part })).toBeVisible();
      }
    },
  },
  {
    name: 'earlier versions, compared',
    reach: async (editor) => {
      await editor.pasteOverAll(SHOP);
      await editor.openSketchMenu('Earlier versions…');
      await expect(editor.page.getByLabel('What restoring changes')).toBeVisible();
    },
  },
  {
    name: 'what is said about a Secret',
    reach: (editor) => editor.page.getByRole('button', { name: /my-tls-secret/ }).click(),
  },
  {
    name: 'a notice',
    reach: async (editor) => {
      await editor.yamlText();
      await expect(editor.notices().first()).toBeVisible();
    },
  },
  {
    name: '200 nodes',
    reach: async (editor) => {
      await editor.pasteOverAll(manyIngresses(50));
      await expect(editor.page.getByText('200 resources')).toBeVisible();
    },
  },
];

test.describe('[P9] axe finds nothing, in light and in dark', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const { name, reach } of STATES) {
    test(name, async ({ editor, page }) => {
      await reach(editor);
      expect(await findViolationsInBothThemes(page)).toEqual([]);
    });
  }
});
