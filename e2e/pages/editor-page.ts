import { expect, type Locator, type Page } from '@playwright/test';

/** The kinds that the canvas draws. */
export type NodeKind = 'LoadBalancer' | 'Gateway' | 'VirtualService' | 'Service' | 'ServiceEntry';

/** The whole app as its user has it: everything here is done with pointer, keyboard and clipboard. */
export class EditorPage {
  readonly page: Page;
  readonly canvas: Locator;
  readonly yaml: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.locator('.react-flow');
    this.yaml = page.locator('.monaco-editor').first();
  }

  /** Opens the app and waits until both panes can be used. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(path);
    await this.ready();
  }

  /** Loads the page again, as the user does with F5. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await expect(this.yaml.locator('.view-line').first()).toBeVisible({ timeout: 20_000 });
  }

  // ── canvas ────────────────────────────────────────────────────────────────

  /** The node of a kind and name, whatever its status. */
  node(kind: NodeKind, name: string): Locator {
    const label = new RegExp(`^${kind}(, [a-z]+)? ${name.replaceAll('.', '\\.')}, namespace `);
    return this.canvas.getByRole('group', { name: label });
  }

  /** Every node that is drawn. */
  nodes(): Locator {
    return this.canvas.locator('.react-flow__node');
  }

  /** Clicks a node on its name, where no row is hit. */
  async selectNode(kind: NodeKind, name: string): Promise<void> {
    await this.node(kind, name).getByText(name, { exact: true }).first().click();
  }

  /** Where a locator's middle is on screen. */
  async middleOf(locator: Locator): Promise<{ x: number; y: number }> {
    const box = await locator.boundingBox();
    if (box === null) throw new Error(`${locator} is not on screen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /** Presses the button on one place, moves in small steps, and lets go on another. */
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await this.page.mouse.move(to.x, to.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Drags a node by its header. */
  async dragNode(kind: NodeKind, name: string, by: { x: number; y: number }): Promise<void> {
    const grip = await this.middleOf(
      this.node(kind, name).getByText(name, { exact: true }).first(),
    );
    await this.drag(grip, { x: grip.x + by.x, y: grip.y + by.y });
  }

  /** The places of a node where lines begin or end. */
  handles(node: Locator, side: 'left' | 'right'): Locator {
    return node.locator(`[data-handle="${side}"]`);
  }

  /** Draws a line from a handle of one node to another node. */
  async connect(from: Locator, to: Locator): Promise<void> {
    await this.drag(await this.middleOf(from), await this.middleOf(to));
  }

  // ── text ──────────────────────────────────────────────────────────────────

  /** The text as the user gets it out: with the button, through the clipboard. */
  async yamlText(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText('nothing copied yet'));
    await this.page.getByRole('button', { name: /^Copy (all|YAML)/ }).click();
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).not.toBe('nothing copied yet');
    return read();
  }

  /** Puts the text cursor into the editor without changing where it is. */
  async focusYaml(): Promise<void> {
    await this.yaml.locator('textarea, .native-edit-context').first().focus();
  }

  /** Puts the cursor right behind the first place of a text. */
  async placeCursorAfter(text: string): Promise<void> {
    const before = await this.yamlText();
    const offset = before.indexOf(text);
    if (offset < 0) throw new Error(`The YAML does not hold ${JSON.stringify(text)}`);
    const lines = before.slice(0, offset + text.length).split('\n');
    await this.focusYaml();
    await this.page.keyboard.press('Control+Home');
    for (let line = 1; line < lines.length; line += 1) await this.page.keyboard.press('ArrowDown');
    for (const _ of lines.at(-1) ?? '') await this.page.keyboard.press('ArrowRight');
  }

  /** Types over the first place of a text. */
  async replaceInYaml(text: string, replacement: string): Promise<void> {
    await this.placeCursorAfter(text);
    for (const _ of text) await this.page.keyboard.press('Shift+ArrowLeft');
    await this.page.keyboard.type(replacement);
  }

  /** Replaces everything with a text, by pasting it over the selected whole. */
  async pasteOverAll(text: string): Promise<void> {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await this.focusYaml();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Control+v');
  }

  // ── history ───────────────────────────────────────────────────────────────

  /** Undoes with the keyboard, wherever the focus is. */
  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+y');
  }
}
