import type { Page } from '@playwright/test';
import type { UserFile } from './editor-page.ts';

/**
 * The user's disk, and the browser's own dialogs that stand outside the page. Its files are real ones,
 * in the page's private file system; only the choosing is done for the user.
 */
export class UserDisk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Puts files on the disk, each `name` a path with `/`. What was there is written over. */
  async put(files: readonly UserFile[]): Promise<void> {
    await this.page.evaluate(async (all) => {
      for (const { name, text } of all) {
        const names = name.split('/');
        const last = names.pop() ?? '';
        let folder = await navigator.storage.getDirectory();
        for (const one of names) folder = await folder.getDirectoryHandle(one, { create: true });
        const file = await folder.getFileHandle(last, { create: true });
        const stream = await file.createWritable();
        await stream.write(text);
        await stream.close();
      }
    }, files);
  }

  /** What a file says. */
  async read(path: string): Promise<string> {
    return this.page.evaluate(async (wanted) => {
      const names = wanted.split('/');
      const last = names.pop() ?? '';
      let folder = await navigator.storage.getDirectory();
      for (const one of names) folder = await folder.getDirectoryHandle(one);
      const file = await (await folder.getFileHandle(last)).getFile();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
    }, path);
  }

  async remove(path: string): Promise<void> {
    await this.page.evaluate(async (name) => {
      await (await navigator.storage.getDirectory()).removeEntry(name);
    }, path);
  }

  /** When a file was written last; the same as before: it was not. */
  async writtenAt(path: string): Promise<number> {
    return this.page.evaluate(async (wanted) => {
      const names = wanted.split('/');
      const last = names.pop() ?? '';
      let folder = await navigator.storage.getDirectory();
      for (const one of names) folder = await folder.getDirectoryHandle(one);
      return (await (await folder.getFileHandle(last)).getFile()).lastModified;
    }, path);
  }

  /** The next question for files is answered with these; none: it is closed without an answer. */
  async willChoose(paths: readonly string[]): Promise<void> {
    await this.page.evaluate((names) => {
      const choose = async (create: boolean) => {
        if (names.length === 0) throw new DOMException('closed', 'AbortError');
        const root = await navigator.storage.getDirectory();
        return Promise.all(names.map((name) => root.getFileHandle(name, { create })));
      };
      Object.assign(window, {
        showOpenFilePicker: () => choose(false),
        showSaveFilePicker: async () => (await choose(true))[0],
      });
    }, paths);
  }

  /** The next question for a folder is answered with this one. */
  async willChooseFolder(name: string): Promise<void> {
    await this.page.evaluate((folder) => {
      Object.assign(window, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle(folder),
      });
    }, name);
  }

  /** From now on the browser asks before the page may write; `answer` is what the user says. */
  async willAskToWrite(answer: 'granted' | 'denied'): Promise<void> {
    await this.page.evaluate((said) => {
      let state = 'prompt';
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: async () => state,
        requestPermission: async () => {
          if (!navigator.userActivation.isActive) throw new DOMException('', 'SecurityError');
          state = said;
          return said;
        },
      });
    }, answer);
  }
}
