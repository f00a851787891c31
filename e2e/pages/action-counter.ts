import type { Page } from '@playwright/test';

/**
 * Counts what a user does, by the events that reach the page: each press of the pointer (a click, a
 * double click or a drag), each key or chord, and each text that is typed in one go is one action.
 */
export class ActionCounter {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Counts from now on. */
  static async start(page: Page): Promise<ActionCounter> {
    await page.evaluate(() => {
      let count = 0;
      let isTyping = false;
      const note = (typing: boolean): void => {
        if (!typing || !isTyping) count += 1;
        isTyping = typing;
        document.documentElement.dataset.actions = String(count);
      };
      document.documentElement.dataset.actions = '0';
      addEventListener('pointerdown', () => note(false), true);
      addEventListener(
        'keydown',
        ({ key, ctrlKey, altKey, metaKey, target }) => {
          if (['Control', 'Shift', 'Alt', 'Meta'].includes(key)) return;
          const isField = target instanceof Element && target.closest('input, textarea') !== null;
          note(isField && key.length === 1 && !ctrlKey && !altKey && !metaKey);
        },
        true,
      );
    });
    return new ActionCounter(page);
  }

  async count(): Promise<number> {
    return this.#page.evaluate(() => Number(document.documentElement.dataset.actions));
  }
}
