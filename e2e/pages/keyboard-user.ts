import { expect, type Locator, type Page } from '@playwright/test';
import type { EditorPage } from './editor-page.ts';

/** More than any pane has: who tabs further than this is lost. */
const MOST_TABS = 120;
const MOST_CHOICES = 30;

/** Somebody who has no pointer: everything here is a press of a key. */
export class KeyboardUser {
  readonly #editor: EditorPage;
  readonly #page: Page;

  constructor(editor: EditorPage) {
    this.#editor = editor;
    this.#page = editor.page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Runs a command by its words, from the list of all commands. */
  async command(words: string): Promise<void> {
    await this.press('Control+Shift+P');
    await this.#choose(words);
  }

  /** Adds a kind from the list that `A` opens. */
  async add(kind: string): Promise<void> {
    await this.press('a');
    await this.#choose(kind);
  }

  /** Goes to something on the map by what it is called. */
  async goTo(words: string): Promise<void> {
    await this.press('Control+Shift+P');
    await this.#narrow(/^Search/, 'Find on the map');
    await this.#choose(words, /^Find on the map/);
    await this.#editor.waitForKeys();
  }

  /** Gives what is selected another name. */
  async rename(name: string): Promise<void> {
    await this.press('F2');
    const dialog = this.#page.getByRole('dialog');
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
    await this.#type(name);
    await expect(dialog).toHaveCount(0);
    await this.#editor.waitForKeys();
  }

  /** Goes from the canvas to the fields of what is selected. */
  async goToFields(): Promise<void> {
    await this.press('Alt+Enter');
    await expect(this.#fields().locator(':focus')).toHaveCount(1);
  }

  /** Goes to something with Tab. */
  async tabTo(goal: Locator): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await goal.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    await expect(goal).toBeFocused();
  }

  /** Writes into a field; of several with the same name into the last one, such as that of the server just added. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.#fill(this.#fieldsCalled(name).last(), text);
  }

  /** Writes into the first of several fields with the same name. */
  async fillFirst(name: string | RegExp, text: string): Promise<void> {
    await this.#fill(this.#fieldsCalled(name).first(), text);
  }

  /** Has one entry in a list instead of the one that is there. */
  async fillList(name: string, text: string): Promise<void> {
    await this.tabTo(this.#fieldsCalled(name).last());
    await this.press('Backspace');
    await this.#page.keyboard.type(text);
    await this.press('Enter');
  }

  /** Takes one of a few. */
  async pick(name: string, choice: string): Promise<void> {
    const field = this.#fieldsCalled(name).last();
    await this.tabTo(field);
    await this.press('ArrowDown');
    const active = this.#page.getByRole('option', { name: choice, exact: true });
    for (let steps = 0; steps < MOST_CHOICES; steps += 1) {
      if ((await active.getAttribute('data-combobox-selected')) === 'true') break;
      await this.press('ArrowDown');
    }
    await this.press('Enter');
    await expect(field).toHaveValue(choice);
  }

  /** Presses a button of the fields. */
  async button(name: string): Promise<void> {
    await this.tabTo(this.#fields().getByRole('button', { name, exact: true }).last());
    await this.press('Enter');
  }

  #fields(): Locator {
    return this.#page.locator('[data-pane="inspector"]');
  }

  #fieldsCalled(name: string | RegExp): Locator {
    const inputs = this.#fields().locator('input:not([type="hidden"])');
    return inputs.and(this.#fields().getByLabel(name, { exact: true }));
  }

  /** The field may have another name once it says something else. */
  async #fill(field: Locator, text: string): Promise<void> {
    await this.tabTo(field);
    await this.#type(text);
    await expect(this.#page.locator(':focus')).toHaveValue(text);
  }

  async #type(text: string): Promise<void> {
    await this.press('Control+a');
    await this.#page.keyboard.type(text);
    await this.press('Enter');
  }

  async #choose(words: string, list?: RegExp): Promise<void> {
    const box = await this.#narrow(list, words);
    await expect(box).toHaveCount(0);
  }

  /** Types into the list that is open, and takes the first line. */
  async #narrow(list: RegExp | undefined, words: string): Promise<Locator> {
    const dialog = this.#page.getByRole('dialog', { ...(list && { name: list }) });
    const box = dialog.locator('input');
    await expect(box).toBeFocused();
    await this.#page.keyboard.type(words);
    await expect(dialog.getByRole('option').first()).toContainText(new RegExp(words, 'i'));
    await this.press('Enter');
    return box;
  }
}
