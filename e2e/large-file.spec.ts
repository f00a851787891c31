import { expect, test } from './editor-test.ts';
import { manyIngresses } from './manifests.ts';
import { holdReading, releaseReading } from './pages/slow-reading.ts';

const LARGE = manyIngresses(500);

/** A fast machine may have read all documents when it says so for the first time. */
const PROGRESS = /Reading [\d,]+ of 2,000 documents…|Drawing the map…/;

test('[P4] [P7] a large file says how far it is, leaves the page to be used, and nothing is lost', async ({
  editor,
  page,
}) => {
  const opening = page.getByRole('group', { name: 'Opening' });
  const beginOpening = async () => {
    await holdReading(page);
    await editor.dropFiles([{ name: 'large.yaml', text: LARGE }]);
    await expect(opening).toContainText('Opening large.yaml');
    await expect(opening).toContainText(PROGRESS);
  };

  const sketch = await editor.yamlText();
  await beginOpening();
  await editor.yaml.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# typed meanwhile\n');
  await opening.getByRole('button', { name: 'Cancel' }).click();
  await expect(opening).toHaveCount(0);
  await releaseReading(page);
  expect(await editor.yamlText()).toBe(`# typed meanwhile\n${sketch}`);

  await beginOpening();
  await editor.reload();
  expect(await editor.yamlText()).toBe(`# typed meanwhile\n${sketch}`);
  await editor.openSketchMenu('All sketches…');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^large\.yaml/ })
    .click();
  await expect(page.getByText('2000 resources')).toBeVisible();
  await editor.yaml.focus();
  await page.keyboard.type('# typed into it\n');
  expect(await editor.yamlText()).toBe(`# typed into it\n${LARGE}`);
});
