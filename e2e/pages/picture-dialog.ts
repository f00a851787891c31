import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import type { EditorPage } from './editor-page.ts';

/** A file that the dialog saved. */
export interface SavedPicture {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The dialog that makes a picture of the map. */
export class PictureDialog {
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly #page: Page;

  constructor(editor: EditorPage) {
    this.#page = editor.page;
    this.dialog = this.#page.getByRole('dialog', { name: 'Export picture' });
    this.preview = this.dialog.getByRole('img', { name: /^Preview/ });
  }

  /** Opens it with its key, and waits until the preview is there. */
  async open(): Promise<void> {
    await this.#page.keyboard.press('Control+Shift+E');
    await this.waitForPreview();
  }

  /** Opens it from the menu beside Copy YAML. */
  async openFromMenu(): Promise<void> {
    await this.#page.getByRole('button', { name: 'More ways to copy and download' }).click();
    await this.#page.getByRole('menuitem', { name: 'Export picture…' }).click();
    await this.waitForPreview();
  }

  async choose(option: string): Promise<void> {
    await this.dialog.getByText(option, { exact: true }).click();
    await expect(this.dialog.getByRole('radio', { name: option, exact: true })).toBeChecked();
  }

  async download(): Promise<SavedPicture> {
    const downloading = this.#page.waitForEvent('download');
    await this.dialog.getByRole('button', { name: 'Download' }).click();
    const download = await downloading;
    const bytes = readFileSync(await download.path());
    await expect(this.dialog.getByRole('status')).toContainText('Saved as');
    return { name: download.suggestedFilename(), bytes };
  }

  async copy(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(this.dialog.getByRole('status')).toHaveText('Copied.');
  }

  /** The colour at the corner of the preview: red, green, blue, and how opaque it is. */
  async previewGround(): Promise<string> {
    return this.preview.evaluate((canvas: HTMLCanvasElement) =>
      [...(canvas.getContext('2d')?.getImageData(1, 1, 1, 1).data ?? [])].join(' '),
    );
  }

  /** What a browser makes of an SVG file: its words, and whether it is well formed. */
  async parseSvg(
    svg: string,
  ): Promise<{ readonly words: string[]; readonly error: string | null }> {
    return this.#page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const words = [...parsed.querySelectorAll('text')].map((one) => {
        for (const title of one.querySelectorAll('title')) title.remove();
        return one.textContent ?? '';
      });
      return { words, error: parsed.querySelector('parsererror')?.textContent ?? null };
    }, svg);
  }

  private async waitForPreview(): Promise<void> {
    await expect(this.preview).toBeVisible({ timeout: 30_000 });
  }
}
