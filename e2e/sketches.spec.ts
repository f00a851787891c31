import { expect, test } from './editor-test.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';

const nameButton = (editor: EditorPage, name: string) =>
  editor.page.getByRole('button', { name: `Sketch ${name}` });

test.describe('all sketches', () => {
  test('are there with pictures; one opens with a click, and the samples too', async ({
    editor,
    page,
  }) => {
    await editor.openSketchMenu('Canary release, 90 to 10');
    await editor.waitUntilKept();
    await editor.openSketchMenu('All sketches…');
    const dialog = page.getByRole('dialog', { name: 'Sketches' });
    const stored = dialog.getByRole('list', { name: 'Sketches in this browser' });
    await expect(stored.getByRole('listitem')).toHaveCount(2);
    await expect(stored.getByRole('listitem').first()).toContainText('Open now');
    await expect(stored.locator('rect')).not.toHaveCount(0);
    await expect(dialog.getByRole('list', { name: 'Samples' }).getByRole('listitem')).toHaveCount(
      6,
    );
    await stored.getByRole('button', { name: /^One app behind an ingress/ }).click();
    await expect(nameButton(editor, 'One app behind an ingress')).toBeVisible();
    await editor.openSketchMenu('All sketches…');
    await dialog.getByRole('button', { name: /^Two teams, one host/ }).click();
    await expect(nameButton(editor, 'Two teams, one host')).toBeVisible();
  });

  test('can be duplicated and deleted, and a deletion is taken back', async ({ editor, page }) => {
    await editor.pasteOverAll(SHOP);
    await editor.waitUntilKept();
    await editor.openSketchMenu('All sketches…');
    const stored = page.getByRole('list', { name: 'Sketches in this browser' });
    await stored.getByRole('button', { name: 'More about One app behind an ingress' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(stored.getByRole('listitem')).toHaveCount(2);
    await stored.getByRole('button', { name: /^One app behind an ingress \(copy\)/ }).click();
    await expect(nameButton(editor, 'One app behind an ingress (copy)')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);

    await editor.openSketchMenu('All sketches…');
    await stored.getByRole('button', { name: /^More about .*copy/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    // The open one went, so the other one is open.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(nameButton(editor, 'One app behind an ingress:')).toBeVisible();
    await editor.notices().getByRole('button', { name: 'Undo' }).click();
    await editor.openSketchMenu('All sketches…');
    await stored.getByRole('button', { name: /^One app behind an ingress \(copy\)/ }).click();
    await expect(nameButton(editor, 'One app behind an ingress (copy)')).toBeVisible();
    expect(await editor.yamlText()).toBe(SHOP);
  });
});

test.describe('[P4] earlier versions', () => {
  test('what was written over is there, with what restoring changes, byte for byte', async ({
    editor,
    page,
  }) => {
    const before = SHOP.replaceAll('\n', '\r\n');
    await editor.dropFiles([{ name: 'shop.yaml', text: before }]);
    await expect(nameButton(editor, 'shop.yaml')).toBeVisible();
    await editor.waitUntilKept();
    await editor.pasteOverAll('# all gone\n');
    await editor.waitUntilKept();
    await editor.openSketchMenu('Earlier versions…');
    const dialog = page.getByRole('dialog', { name: 'Earlier versions of this sketch' });
    await expect(dialog.getByRole('radio')).toHaveCount(1);
    const changes = dialog.getByRole('region', { name: 'What restoring changes' });
    await expect(changes).toContainText('− # all gone');
    await expect(changes).toContainText('+ kind: VirtualService');
    await dialog.getByRole('button', { name: 'Restore this version' }).click();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(before);
    await editor.waitUntilKept();

    // What was there when it was restored is a version itself, and all of it is kept.
    await editor.reload();
    expect(await editor.yamlText()).toBe(before);
    await editor.openSketchMenu('Earlier versions…');
    await expect(dialog.getByRole('radio')).toHaveCount(2);
    await page.keyboard.press('Escape');

    // Also a small change of a moment ago.
    await editor.selectNode('Service', 'orders');
    await editor.rename('baskets');
    await editor.openSketchMenu('Earlier versions…');
    await expect(changes).toContainText('+ # all gone');
    await dialog.getByRole('button', { name: 'Restore this version' }).click();
    await expect(editor.nodes()).toHaveCount(0);
    expect(await editor.yamlText()).toContain('# all gone');
    await editor.openSketchMenu('Earlier versions…');
    await expect(changes).toContainText('+   name: baskets');
  });

  test('where there are none it says how they come about', async ({ editor, page }) => {
    await editor.openSketchMenu('Earlier versions…');
    await expect(page.getByRole('dialog')).toContainText('There are none yet');
  });
});
