import type { Locator, Page } from '@playwright/test';

/** Farther away than this, a user searches instead of going line by line. */
const FAR_LINES = 70;

/** The text beside the canvas, as its user has it. */
export class YamlPane {
  readonly page: Page;
  readonly pane: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.getByRole('region', { name: 'YAML' });
  }

  /** The lines that are drawn: those in view and a few more. */
  lines(): Locator {
    return this.pane.locator('.view-line');
  }

  /** The drawn line with this text. Spaces in the editor are no-break spaces on screen. */
  line(text: string): Locator {
    const pattern = text
      .split(' ')
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s');
    return this.lines().filter({ hasText: new RegExp(pattern) });
  }

  /** Lines that the canvas has just written. */
  writtenLines(): Locator {
    return this.pane.locator('.written-line');
  }

  /** The bars beside what the canvas wrote, which stay until the next change. */
  writtenBars(): Locator {
    return this.pane.locator('.written-bar');
  }

  /** Lines that stand out because something is selected on the canvas. */
  selectedLines(): Locator {
    return this.pane.locator('.selected-line');
  }

  /** The number beside a line that is drawn. */
  lineNumber(line: number): Locator {
    return this.pane.locator('.line-numbers').getByText(String(line), { exact: true });
  }

  /** The sign beside a line that folds and unfolds it; there while the pointer is beside the lines. */
  foldingControl(line: number): Locator {
    return this.pane
      .locator('.margin-view-overlays > div')
      .filter({ has: this.page.locator('.line-numbers').getByText(String(line), { exact: true }) })
      .locator('.codicon-folding-expanded, .codicon-folding-collapsed');
  }

  /** What is said above documents: "2 routes", "1 problem". */
  counts(): Locator {
    return this.pane.locator('.codelens-decoration').getByRole('button');
  }

  /** What the text consists of, in the list to go to something by its name. */
  symbols(): Locator {
    return this.pane.locator('.quick-input-widget').getByRole('option');
  }

  /** What is offered to be written. */
  suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** What is offered with this name. */
  suggestion(label: string): Locator {
    return this.suggestions().filter({
      has: this.page.locator('.label-name').getByText(label, { exact: true }),
    });
  }

  /** Folds the innermost part that the cursor is in. */
  async fold(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+BracketLeft');
  }

  /** Unfolds where the cursor is. */
  async unfold(): Promise<void> {
    await this.page.keyboard.press('Control+Shift+BracketRight');
  }

  /** What has the keyboard when one types into the text. */
  textbox(): Locator {
    return this.pane.getByRole('textbox', { name: /^YAML of the sketch/ });
  }

  /** Gives the keyboard to the text without moving its cursor. */
  async focus(): Promise<void> {
    await this.textbox().focus();
  }

  /** Puts the cursor right behind the first place of `text`, which is in `whole`. */
  async placeCursorAfter(text: string, whole: string): Promise<void> {
    const offset = whole.indexOf(text);
    if (offset < 0) throw new Error(`The YAML does not hold ${JSON.stringify(text)}`);
    const before = whole.slice(0, offset + text.length).split(/\r\n|\r|\n/);
    await this.focus();
    await this.page.keyboard.press('Control+Home');
    if (before.length > FAR_LINES && !text.includes('\n')) {
      await this.page.keyboard.press('Control+f');
      await this.page.keyboard.type(text);
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('ArrowRight');
      return;
    }
    for (let line = 1; line < before.length; line += 1) await this.page.keyboard.press('ArrowDown');
    for (const _ of before.at(-1) ?? '') await this.page.keyboard.press('ArrowRight');
  }
}
