import { test as base, expect } from '@playwright/test';
import { EditorPage } from './pages/editor-page.ts';

interface EditorFixtures {
  /** The app as somebody sees it who has never opened it before. */
  readonly editor: EditorPage;
  /** Addresses outside of the app's own origin that the page asked for; a test fails on any. */
  readonly foreignRequests: string[];
  /** Errors that the page reported; a test fails on any. */
  readonly pageErrors: string[];
}

/** A test that has the app open, and fails on an error of the page or a request to elsewhere. */
export const test = base.extend<EditorFixtures>({
  foreignRequests: async ({ context, baseURL }, use) => {
    const foreign: string[] = [];
    context.on('request', (request) => {
      const url = request.url();
      const own = url.startsWith(`${baseURL}/`) || /^(data|blob):/.test(url);
      if (!own) foreign.push(url);
    });
    await use(foreign);
    expect(foreign, 'requests to other origins').toEqual([]);
  },
  pageErrors: async ({ context }, use) => {
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error')
        errors.push(`${message.text()} ${message.location().url}`.trim());
    });
    await use(errors);
    expect(errors, 'errors of the page').toEqual([]);
  },
  editor: async ({ page, foreignRequests, pageErrors }, use) => {
    void foreignRequests;
    void pageErrors;
    const editor = new EditorPage(page);
    await editor.open();
    await use(editor);
  },
});

export { expect };
