import { readFileSync } from 'node:fs';
import { expect, test } from './editor-test.ts';
import { findViolations } from './find-violations.ts';
import { SHOP } from './manifests.ts';
import type { EditorPage } from './pages/editor-page.ts';

const TIME = /\d\d:\d\d/.source;

/** What a rename of the Service orders makes of a text: its label is none of its name. */
function renamed(text: string): string {
  return text.replaceAll(/(name|host): orders/g, '$1: invoices');
}

const RENAMED = renamed(SHOP);

/** The shop as a team has it in a repository: a file for each, one of them with Windows line endings. */
function folderFiles() {
  const [gateway = '', shop = '', cart = '', orders = ''] = SHOP.split('---\n');
  return [
    { name: 'shop/gateway.yaml', text: `---\n${gateway}` },
    { name: 'shop/routes/shop.yaml', text: `# Routes of the shop.\n${shop}` },
    { name: 'shop/services.yaml', text: `${cart}---\n${orders}`.replaceAll('\n', '\r\n') },
    { name: 'shop/README.md', text: '# Not a manifest' },
  ];
}

async function openFolder(editor: EditorPage): Promise<void> {
  await editor.disk.put(folderFiles());
  await editor.disk.willChooseFolder('shop');
  await editor.openSketchMenu('Open a folder…');
  await expect(editor.node('Service', 'orders')).toBeVisible();
}

async function renameService(editor: EditorPage, from: string, to: string): Promise<void> {
  await editor.selectNode('Service', from);
  await editor.rename(to);
  await expect(editor.node('Service', to)).toBeVisible();
}

test.describe('saving to the opened file', () => {
  test.beforeEach(async ({ editor }) => {
    await editor.openFiles([{ name: 'shop.yaml', text: SHOP }]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
  });

  test('Ctrl+S writes it, and the line at the bottom says where the work is', async ({
    editor,
  }) => {
    await expect(editor.saved()).toHaveText(/Saved in this browser .*, unchanged from shop\.yaml$/);
    await renameService(editor, 'orders', 'invoices');
    await expect(editor.saved()).toHaveText(/, not in shop\.yaml yet \(Ctrl\+S\)$/);
    await editor.save();
    await expect(editor.saved()).toHaveText(new RegExp(`Saved to shop\\.yaml ${TIME}$`));
    expect(await editor.disk.read('shop.yaml')).toBe(await editor.yamlText());
    expect(await editor.yamlText()).toBe(RENAMED);
  });

  test('[P2] from the YAML pane too, every byte as it is typed', async ({ editor, page }) => {
    await editor.placeCursorAfter('front door.');
    await page.keyboard.type(' Ünïcode 🧭');
    await editor.save();
    await expect(editor.notices()).toContainText('Saved to shop.yaml.');
    const expected = SHOP.replace('front door.', 'front door. Ünïcode 🧭');
    expect(await editor.disk.read('shop.yaml')).toBe(expected);
  });

  test('what is undone is unchanged again, and nothing is written twice', async ({ editor }) => {
    const before = await editor.disk.writtenAt('shop.yaml');
    await renameService(editor, 'orders', 'invoices');
    await expect(editor.saved()).toHaveText(/not in shop\.yaml yet/);
    await editor.undo();
    await expect(editor.saved()).toHaveText(/unchanged from shop\.yaml/);
    await editor.save();
    await expect(editor.notices().last()).toContainText('shop.yaml says the same already.');
    expect(await editor.disk.writtenAt('shop.yaml')).toBe(before);
  });

  test('the file is known again after the page was loaded anew, and the browser asks first', async ({
    editor,
    page,
  }) => {
    await renameService(editor, 'orders', 'invoices');
    await editor.waitUntilKept();
    await editor.reload();
    await expect(editor.saved()).toHaveText(/not in shop\.yaml yet/);
    await editor.disk.willAskToWrite('granted');
    await editor.canvas.focus();
    await editor.save();
    const question = page.getByRole('dialog', { name: 'May Portolan write to shop.yaml?' });
    await expect(question.getByRole('button', { name: 'Continue' })).toBeFocused();
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(question).toHaveCount(0);
    await expect(editor.saved()).toHaveText(/Saved to shop\.yaml/);
    expect(await editor.disk.read('shop.yaml')).toBe(RENAMED);
  });

  test('where the user refuses, nothing is written, and a download is offered', async ({
    editor,
    page,
  }) => {
    await renameService(editor, 'orders', 'invoices');
    await editor.disk.willAskToWrite('denied');
    await editor.save();
    const question = page.getByRole('dialog', { name: /^May Portolan write/ });
    await question.getByRole('button', { name: 'Continue' }).click();
    await expect(question).toContainText('The browser did not allow it, so nothing was written.');
    const downloading = page.waitForEvent('download');
    await question.getByRole('button', { name: 'Download instead' }).click();
    const file = await (await downloading).path();
    expect(readFileSync(file, 'utf8')).toBe(RENAMED);
    expect(await editor.disk.read('shop.yaml')).toBe(SHOP);
  });

  test('[P4] what somebody else wrote meanwhile is shown, and not written over', async ({
    editor,
    page,
  }) => {
    const theirs = SHOP.replace('front door.', 'front door, painted red.');
    await renameService(editor, 'orders', 'invoices');
    await editor.disk.put([{ name: 'shop.yaml', text: theirs }]);
    await editor.save();
    const question = page.getByRole('dialog', { name: 'shop.yaml changed on the disk' });
    const difference = question.getByRole('region', { name: /What overwriting changes/ });
    await expect(difference).toContainText(/− .*painted red/);
    await expect(difference).toContainText(/\+ .*invoices/);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    expect(await editor.disk.read('shop.yaml')).toBe(theirs);

    await editor.save();
    await question.getByRole('button', { name: 'Open what is on the disk' }).click();
    await expect(editor.node('Service', 'orders')).toBeVisible();
    expect(await editor.yamlText()).toBe(theirs);
    await editor.openSketchMenu(/^shop\.yaml \d\d:/);
    await expect(editor.node('Service', 'invoices')).toBeVisible();

    await editor.canvas.focus();
    await editor.save();
    await question.getByRole('button', { name: 'Overwrite it with mine' }).click();
    await expect(editor.saved()).toHaveText(/Saved to shop\.yaml/);
    expect(await editor.disk.read('shop.yaml')).toBe(RENAMED);
  });

  test('a file that is gone is said to be, and the work can go to another', async ({
    editor,
    page,
  }) => {
    await renameService(editor, 'orders', 'invoices');
    await editor.disk.remove('shop.yaml');
    await editor.save();
    const question = page.getByRole('dialog', { name: 'shop.yaml is not there any more' });
    await editor.disk.willChoose(['other.yaml']);
    await question.getByRole('button', { name: 'Save as a file…' }).click();
    await expect(editor.saved()).toHaveText(/Saved to other\.yaml/);
    expect(await editor.disk.read('other.yaml')).toBe(RENAMED);
  });

  test('a second tab goes on with a copy, which is not written to the file', async ({
    editor,
    context,
  }) => {
    await editor.waitUntilKept();
    const { EditorPage: Page } = await import('./pages/editor-page.ts');
    const second = new Page(await context.newPage());
    await second.open();
    await expect(second.notices()).toContainText(/open in another tab/);
    await expect(second.saved()).toHaveText(new RegExp(`Saved in this browser ${TIME}$`));
  });
});

test.describe('saving to the opened folder', () => {
  test('[P2] only the file that an edit is in is written, and only its lines', async ({
    editor,
  }) => {
    await openFolder(editor);
    const paths = ['shop/gateway.yaml', 'shop/routes/shop.yaml', 'shop/services.yaml'];
    const before = await Promise.all(paths.map((path) => editor.disk.writtenAt(path)));
    await editor.placeCursorAfter('selector: { app: cart }');
    await editor.page.keyboard.press('Enter');
    await editor.page.keyboard.type('type: ClusterIP');
    await editor.save();
    await expect(editor.saved()).toHaveText(new RegExp(`Saved to shop ${TIME}$`));
    const after = await Promise.all(paths.map((path) => editor.disk.writtenAt(path)));
    expect(after.map((time, index) => time === before[index])).toEqual([true, true, false]);
    const services = folderFiles()[2]?.text ?? '';
    expect(await editor.disk.read('shop/services.yaml')).toBe(
      services.replace('{ app: cart }', '{ app: cart }\r\n  type: ClusterIP'),
    );
    await expect(editor.notices()).toContainText('Saved to shop/services.yaml.');
  });

  test('a rename goes to every file that it is about', async ({ editor }) => {
    await openFolder(editor);
    await renameService(editor, 'orders', 'invoices');
    await editor.save();
    await expect(editor.saved()).toHaveText(/Saved to shop /);
    for (const { name, text } of folderFiles()) {
      expect(await editor.disk.read(name)).toBe(renamed(text));
    }
  });

  test('a new resource goes where the user says: a file of its own, or one that is there', async ({
    editor,
    page,
  }) => {
    await openFolder(editor);
    await editor.add('Service');
    await expect(editor.node('Service', 'my-service')).toBeVisible();
    await editor.save();
    const question = page.getByRole('dialog', { name: 'Where does it go?' });
    const place = question.getByRole('combobox', { name: 'Service my-service' });
    await expect(place).toHaveValue('A new file, shop/service-my-service.yaml');
    await expect(place).toBeFocused();
    expect(await findViolations(page)).toEqual([]);
    await question.getByRole('button', { name: 'Save' }).click();
    await expect(editor.saved()).toHaveText(/Saved to shop /);
    expect(await editor.disk.read('shop/service-my-service.yaml')).toMatch(/^apiVersion: v1\r?\n/);

    await editor.add('ServiceEntry');
    await expect(editor.canvas.getByRole('group', { name: /^ServiceEntry/ })).toBeVisible();
    await editor.save();
    await question.getByRole('combobox').click();
    await page.getByRole('option', { name: 'At the end of shop/gateway.yaml' }).click();
    await question.getByRole('button', { name: 'Save' }).click();
    await expect(question).toHaveCount(0);
    await expect(editor.notices()).toContainText('Saved to shop/gateway.yaml.');
    const gateway = folderFiles()[0]?.text ?? '';
    const written = await editor.disk.read('shop/gateway.yaml');
    expect(written.startsWith(`${gateway}---`)).toBe(true);
    expect(written).toContain('kind: ServiceEntry');
    expect(await editor.disk.read('shop/services.yaml')).toBe(folderFiles()[2]?.text);
  });
});

test.describe('a sketch that came from no file', () => {
  test('Ctrl+S asks for one, and goes on with it', async ({ editor }) => {
    await editor.pasteOverAll(SHOP);
    await expect(editor.saved()).toHaveText(new RegExp(`Saved in this browser ${TIME}$`));
    await editor.disk.willChoose(['mine.yaml']);
    await editor.save();
    await expect(editor.saved()).toHaveText(/Saved to mine\.yaml/);
    expect(await editor.disk.read('mine.yaml')).toBe(SHOP);
    await renameService(editor, 'orders', 'invoices');
    await editor.save();
    await expect(editor.saved()).toHaveText(/Saved to mine\.yaml/);
    await expect.poll(() => editor.disk.read('mine.yaml')).toContain('name: invoices');
  });

  test('who closes the question has saved nothing, and is not told off', async ({ editor }) => {
    await editor.disk.willChoose([]);
    await editor.canvas.focus();
    await editor.save();
    await expect(editor.saved()).toHaveText(new RegExp(`Saved in this browser ${TIME}$`));
    await expect(editor.notices()).toHaveCount(0);
  });
});

test.describe('a browser that cannot write files', () => {
  test.beforeEach(({ page }) =>
    page.addInitScript(() => {
      for (const name of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) {
        Reflect.deleteProperty(window, name);
        Reflect.deleteProperty(Window.prototype, name);
      }
    }),
  );

  test('opens files all the same, and Ctrl+S downloads', async ({ editor, page }) => {
    const choosing = page.waitForEvent('filechooser');
    await editor.openSketchMenu('Open files…');
    const file = { name: 'shop.yaml', mimeType: 'text/yaml', buffer: Buffer.from(SHOP) };
    await (await choosing).setFiles([file]);
    await expect(editor.node('Service', 'orders')).toBeVisible();
    const downloading = page.waitForEvent('download');
    await editor.canvas.focus();
    await editor.save();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('shop.yaml');
    expect(readFileSync(await download.path(), 'utf8')).toBe(SHOP);
  });
});
