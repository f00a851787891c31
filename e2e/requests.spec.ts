import { readFile } from 'node:fs/promises';
import { expect, test } from './editor-test.ts';
import { KeyboardUser } from './pages/keyboard-user.ts';

test.describe('saved requests', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('[P9] are saved by a key, follow every edit, and say when one ends otherwise', async ({
    editor,
  }) => {
    const user = new KeyboardUser(editor);
    await editor.trace('https://myapp.example.com/');
    await expect(editor.traceOutcome()).toHaveText('Reaches my-app-service:80');
    await user.press('Alt+k');
    await expect(editor.spoken()).toContainText('Save the request GET myapp.example.com/');
    // What is typed is saved, though it was not traced.
    await user.press('Alt+l');
    await editor.page.keyboard.type('https://myapp.example.com/cart');
    await user.press('Alt+k');
    await editor.openTab('Requests');
    const saved = editor.savedRequests();
    await expect(saved).toHaveCount(2);
    await expect(saved.nth(0)).toHaveAccessibleName(
      /^as expected: GET myapp\.example\.com\/ .*ends now: my-app-service$/,
    );

    await editor.typeOver('- my-gateway', '# - my-gateway');
    await expect(saved.nth(0)).toHaveAccessibleName(
      /^changed: GET .* should end: my-app-service ends now: 404$/,
    );
    const sentence = 'GET myapp.example.com/: my-app-service → 404, and 1 more';
    await expect(editor.page.getByRole('button', { name: sentence })).toBeVisible();
    await expect(editor.spoken()).toContainText(`Saved request: ${sentence}`);
    await expect(editor.page.getByRole('tab', { name: 'Requests 2' })).toBeVisible();

    // Choosing one traces it; accepting what it comes to is one step, and undo takes it back.
    await saved.nth(0).click();
    const details = editor.page.getByRole('region', { name: /^Saved request/ });
    await expect(details).toContainText('my-app-service → 404');
    await details.getByRole('button', { name: 'Accept how it ends now' }).press('Enter');
    await expect(saved.nth(0)).toHaveAccessibleName(/^as expected: .* ends now: 404$/);
    await saved.nth(0).press('Control+z');
    await expect(saved.nth(0)).toHaveAccessibleName(/^changed: /);

    // By keys alone: move, rename, delete; the keyboard stays in the table.
    await saved.nth(0).press('Alt+ArrowDown');
    await expect(saved.nth(1)).toBeFocused();
    await saved.nth(1).press('F2');
    await editor.page.keyboard.press('Control+a');
    await editor.page.keyboard.type('the start page');
    await user.press('Enter');
    await expect(saved.nth(1)).toHaveAccessibleName(/^changed: the start page /);
    await saved.nth(1).press('Delete');
    await expect(saved).toHaveCount(1);
    await expect(saved.nth(0)).toBeFocused();
  });

  test('are kept with the sketch, and go out and come in as the file of the command line', async ({
    editor,
  }) => {
    await editor.openTab('Requests');
    await editor.page.getByRole('button', { name: 'Save a request for each route' }).click();
    const saved = editor.savedRequests();
    await expect(saved).toHaveCount(2);
    await expect(editor.saved()).toHaveText(/^● Saved/);
    await editor.reload();
    await expect(saved).toHaveCount(2);
    const started = editor.page.waitForEvent('download');
    await editor.page.getByRole('button', { name: 'Export saved requests as YAML' }).click();
    const download = await started;
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toMatch(/^requests:\n {2}- name: .*\n {4}url: http/);

    const file = `requests:
- name: from the pipeline
  url: http://other.example.com/
  expect: { status: 200 }
- name: half of them
  url: https://myapp.example.com/
  expect: { shares: { my-app-service: 50 } }
`;
    await editor.disk.put([{ name: 'suite.yaml', text: file }]);
    await editor.disk.willChoose(['suite.yaml']);
    await editor.page.getByRole('button', { name: 'Import saved requests…' }).click();
    await expect(saved.nth(2)).toHaveAccessibleName(
      /^changed: from the pipeline should end: 200 ends now: 404$/,
    );
    // How the weights send requests can be expected too.
    await expect(saved.nth(3)).toHaveAccessibleName(
      /^changed: half of them should end: my-app-service 50 % ends now: my-app-service 100 %/,
    );
    await saved.nth(3).click();
    const shares = editor.page.getByLabel('Shares in %');
    await expect(shares).toHaveValue('my-app-service: 50');
    await shares.fill('my-app-service: half');
    await expect(shares).toHaveAccessibleDescription(/numbers from 0 to 100/);
    await shares.fill('my-app-service: 100');
    await shares.press('Enter');
    await expect(saved.nth(3)).toHaveAccessibleName(/^as expected: half of them /);

    // What an edit changed for requests, and the way to the trace of one.
    await editor.typeOver('- my-gateway', '# - my-gateway');
    await editor.page.getByRole('button', { name: 'What changed for requests…' }).click();
    const dialog = editor.page.getByRole('dialog', { name: 'What changed for requests' });
    await dialog
      .getByRole('button', { name: /myapp\.example\.com.* → 404$/ })
      .first()
      .click();
    await expect(editor.traceOutcome()).toContainText('404');
  });
});
