import { expect, type Locator, type Page } from '@playwright/test';
import { EditorPage } from './editor-page.ts';

/** A sketch that somebody opened from a link, to look at. */
export class SharedSketch {
  readonly editor: EditorPage;
  readonly banner: Locator;
  /** What stands before everything else when a link cannot be read. */
  readonly refusal: Locator;

  constructor(page: Page) {
    this.editor = new EditorPage(page);
    this.banner = page.getByRole('region', { name: 'Shared sketch' });
    this.refusal = page.getByRole('dialog', { name: 'This link cannot be opened' });
  }

  /** Follows a link from elsewhere, as with a click in a mail. */
  async follow(link: string): Promise<void> {
    await this.editor.page.goto('about:blank');
    await this.editor.page.goto(link);
    await this.editor.waitUntilReady();
  }

  /** Puts a link into the address bar of the page that is open. */
  async typeAddress(link: string): Promise<void> {
    await this.editor.page.goto(link);
  }

  async makeCopy(): Promise<void> {
    await this.banner.getByRole('button', { name: 'Make a copy' }).click();
    await expect(this.banner).toHaveCount(0);
  }

  async close(): Promise<void> {
    await this.banner.getByRole('button', { name: 'Close' }).click();
    await expect(this.banner).toHaveCount(0);
  }
}

/** Everything that is stored in this browser, as one text to compare. */
export async function readStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('portolan');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const stores: unknown[] = [];
    for (const name of database.objectStoreNames) {
      const records = await new Promise((resolve, reject) => {
        const reading = database.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      stores.push([name, records]);
    }
    database.close();
    return JSON.stringify({ stores, local: { ...localStorage } });
  });
}
