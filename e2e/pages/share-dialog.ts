import { expect, type Locator, type Page } from '@playwright/test';
import type { EditorPage } from './editor-page.ts';

/** The dialog that gives the sketch away. */
export class ShareDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly link: Locator;
  /** What is said to be left out. */
  readonly leftOut: Locator;
  readonly #editor: EditorPage;

  constructor(editor: EditorPage) {
    this.#editor = editor;
    this.page = editor.page;
    this.dialog = this.page.getByRole('dialog', { name: 'Share this sketch' });
    this.link = this.dialog.getByRole('textbox', { name: 'Link' });
    this.leftOut = this.dialog.getByRole('list', { name: 'Left out' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click();
    await expect(this.dialog.getByRole('button', { name: 'Download file' })).toBeVisible();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toHaveCount(0);
  }

  /** The link as the user gets it: with the button, through the clipboard. */
  async copyLink(): Promise<string> {
    await this.dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(this.dialog.getByRole('status')).toContainText('Copied.');
    return this.#editor.readClipboard();
  }

  /** The HTML for another page, the same way. */
  async copyIframe(): Promise<string> {
    await this.dialog.getByRole('button', { name: 'Copy iframe' }).click();
    await expect(this.dialog.getByRole('status')).toContainText('Copied.');
    return this.#editor.readClipboard();
  }

  /** Opens, copies, closes. */
  async takeLink(): Promise<string> {
    await this.open();
    const link = await this.copyLink();
    await this.close();
    return link;
  }

  /** Downloads the sketch as a file, and gives its path and the name that it was given. */
  async takeFile(): Promise<{ readonly path: string; readonly name: string }> {
    const downloading = this.page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: 'Download file' }).click();
    const download = await downloading;
    return { path: await download.path(), name: download.suggestedFilename() };
  }
}
