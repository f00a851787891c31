import { expect, type Locator, type Page } from '@playwright/test';
import { middleOf, middleOfLine, restingBox, type ScreenPoint } from './stillness.ts';
import { UserDisk } from './user-disk.ts';
import { YamlPane } from './yaml-pane.ts';

/** The kinds that the canvas draws. */
export type NodeKind = 'LoadBalancer' | 'Gateway' | 'VirtualService' | 'Service' | 'ServiceEntry';

/** A file as a user has it on the disk. */
export interface UserFile {
  readonly name: string;
  readonly text: string;
}

/** The whole app as its user has it: everything here is done with pointer, keyboard and clipboard. */
export class EditorPage {
  readonly page: Page;
  readonly canvas: Locator;
  readonly yaml: YamlPane;
  readonly disk: UserDisk;
  /** What a newcomer is told below the first sample. */
  readonly welcome: Locator;

  constructor(page: Page) {
    this.page = page;
    this.canvas = page.getByRole('region', { name: /^Canvas/ });
    this.yaml = new YamlPane(page);
    this.disk = new UserDisk(page);
    this.welcome = page.getByRole('region', { name: 'Welcome' });
  }

  /** Opens the app, waits until both panes can be used, and puts the welcome aside. */
  async open(): Promise<void> {
    await this.openFirst();
    if (await this.welcome.isVisible()) await this.closeWelcome();
  }

  /** Opens the app, as a newcomer sees it, and waits until both panes can be used. */
  async openFirst(): Promise<void> {
    await this.page.goto('/');
    await this.waitUntilReady();
  }

  async closeWelcome(): Promise<void> {
    await this.welcome.getByRole('button', { name: 'Close the welcome' }).click();
    await expect(this.welcome).toHaveCount(0);
  }

  /** Loads the page again, as the user does with F5. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.waitUntilReady();
  }

  /** Both panes can be used. */
  async waitUntilReady(): Promise<void> {
    await expect(this.canvas).toBeVisible();
    await expect(this.yaml.lines().first()).toBeVisible({ timeout: 20_000 });
  }

  /** The work is kept within a second of a change: that is the promise, and this waits so long. */
  async waitUntilKept(): Promise<void> {
    await this.page.waitForTimeout(1_100);
  }

  // What is on the canvas

  /** The node of a kind and name, whatever its status. */
  node(kind: NodeKind, name: string): Locator {
    const label = new RegExp(`^${kind}(, [a-z]+)? ${name.replaceAll('.', '\\.')}, namespace `);
    return this.canvas.getByRole('group', { name: label });
  }

  /** Every node that is drawn. */
  nodes(): Locator {
    return this.canvas.getByRole('group', { name: /, namespace / });
  }

  /** The notes on the map, the newest last. */
  notes(): Locator {
    return this.canvas.getByRole('article', { name: /^(Note:|Empty note)/ });
  }

  /** The frames round namespaces. */
  frames(): Locator {
    return this.canvas.getByRole('region', { name: /^Namespace / });
  }

  /** The frame round the nodes of a namespace. */
  frame(namespace: string): Locator {
    return this.canvas.getByRole('region', { name: new RegExp(`^Namespace ${namespace},`) });
  }

  /** The name above a frame, where a pointer takes hold of it. */
  frameName(namespace: string): Locator {
    return this.frame(namespace).getByRole('button', { name: new RegExp(`^${namespace} \\d`) });
  }

  /** The line or lines between two nodes, each given as Kind/namespace/name. */
  edges(source: string, target: string): Locator {
    return this.canvas.locator(`[data-edge*=":${source}>${target}"]`);
  }

  /** The name in a node's header, where a pointer takes hold of it. */
  nameOf(kind: NodeKind, name: string): Locator {
    return this.node(kind, name).locator('strong');
  }

  /** Where a node comes to rest on screen. */
  async placeOf(kind: NodeKind, name: string): Promise<ScreenPoint> {
    const { x, y } = await restingBox(this.node(kind, name));
    return { x: Math.round(x), y: Math.round(y) };
  }

  /** A place of the canvas where nothing is: the middle of its upper border. */
  async emptyPlace(): Promise<ScreenPoint> {
    const { x, y, width } = await restingBox(this.canvas);
    return { x: x + width / 2, y: y + 40 };
  }

  /** The handles of one side of a node, from top to bottom. */
  handles(node: Locator, side: 'left' | 'right'): Locator {
    return node.locator(`[data-handle="${side}"]`);
  }

  /** What the app tells at the edge of the screen, the newest last. */
  notices(): Locator {
    return this.page.locator('.mantine-Notification-root');
  }

  /** What a screen reader says of what happened last. */
  spoken(): Locator {
    return this.page.locator('.announcements');
  }

  // What is done on the canvas

  async selectNode(kind: NodeKind, name: string): Promise<void> {
    // The view may still be on its way to what was looked for before.
    await restingBox(this.nameOf(kind, name));
    await this.nameOf(kind, name).click();
    await expect(this.node(kind, name)).toHaveAccessibleName(/Selected/);
    await this.waitForKeys();
  }

  /** Waits until the canvas, or what is on it, has the keyboard. */
  async waitForKeys(): Promise<void> {
    await expect(this.canvas.locator(':scope:focus, :focus')).toHaveCount(1);
  }

  /** Clicks on the middle of a line. */
  async clickLine(line: Locator): Promise<void> {
    const middle = await middleOfLine(line);
    await this.page.mouse.click(middle.x, middle.y);
    await expect(line).toHaveAttribute('aria-pressed', 'true');
    await this.waitForKeys();
  }

  /** Presses the button on one place, moves in small steps, and lets go on another. */
  async drag(from: ScreenPoint, to: ScreenPoint): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await this.page.mouse.move(to.x, to.y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Drags a node by its name. */
  async dragNode(kind: NodeKind, name: string, by: ScreenPoint): Promise<void> {
    const grip = await middleOf(this.nameOf(kind, name));
    await this.drag(grip, { x: grip.x + by.x, y: grip.y + by.y });
  }

  /** Draws a line from a handle to a node or another handle. */
  async connect(from: Locator, to: Locator): Promise<void> {
    await this.drag(await middleOf(from), await middleOf(to));
  }

  /** Brings the pointer over a line, and gives the grip at one of its ends. */
  async gripOf(line: Locator, end: 'source' | 'target'): Promise<Locator> {
    const middle = await middleOfLine(line);
    await this.page.mouse.move(middle.x, middle.y);
    const grip = this.canvas.locator(`[data-grip="${end}"]`).first();
    await expect(grip).toBeVisible();
    return grip;
  }

  /** Takes hold of an end of a line and lets go on something else. */
  async moveEnd(line: Locator, end: 'source' | 'target', to: Locator): Promise<void> {
    const grip = await this.gripOf(line, end);
    await this.drag(await middleOf(grip), await middleOf(to));
  }

  /** Adds a resource with the menu at the top. */
  async add(kind: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add', exact: true }).click();
    await this.page.getByRole('menuitem', { name: new RegExp(`\\b${kind}$`) }).click();
  }

  /** Deletes what is selected with the key. */
  async pressDelete(): Promise<void> {
    await this.page.keyboard.press('Delete');
  }

  /** Opens the question for another name of what is selected. */
  async openRename(): Promise<Locator> {
    await this.page.keyboard.press('F2');
    const dialog = this.page.getByRole('dialog');
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
    return dialog;
  }

  /** Gives what is selected another name. */
  async rename(name: string): Promise<void> {
    const dialog = await this.openRename();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(name);
    await this.page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  }

  async tidy(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tidy' }).click();
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('Control+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('Control+y');
  }

  // The text and files

  /** The text as the user gets it out: with the button, through the clipboard. */
  async yamlText(): Promise<string> {
    await this.writeClipboard('nothing copied yet');
    await this.page.getByRole('button', { name: 'Copy YAML' }).click();
    await expect.poll(() => this.readClipboard()).not.toBe('nothing copied yet');
    return this.readClipboard();
  }

  async readClipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  async writeClipboard(text: string): Promise<void> {
    await this.page.evaluate((value) => navigator.clipboard.writeText(value), text);
  }

  /** Puts the cursor right behind the first place of a text. */
  async placeCursorAfter(text: string): Promise<void> {
    await this.yaml.placeCursorAfter(text, await this.yamlText());
  }

  /** Types over the first place of a text. */
  async typeOver(text: string, replacement: string): Promise<void> {
    await this.placeCursorAfter(text);
    for (const _ of text) await this.page.keyboard.press('Shift+ArrowLeft');
    await this.page.keyboard.type(replacement);
  }

  /** Replaces everything with a text, by pasting it over the selected whole. */
  async pasteOverAll(text: string): Promise<void> {
    await this.writeClipboard(text);
    await this.yaml.focus();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.press('Control+v');
  }

  /** Opens files with the browser's own dialog. */
  async openFiles(files: readonly UserFile[]): Promise<void> {
    await this.disk.put(files);
    await this.disk.willChoose(files.map(({ name }) => name));
    await this.openSketchMenu('Open files…');
  }

  /** Drops files on the middle of the page. */
  async dropFiles(
    files: readonly (UserFile | { readonly name: string; readonly bytes: readonly number[] })[],
  ): Promise<void> {
    const transfer = await this.page.evaluateHandle((dropped) => {
      const data = new DataTransfer();
      for (const file of dropped) {
        const content = 'text' in file ? file.text : new Uint8Array(file.bytes);
        data.items.add(new File([content], file.name));
      }
      return data;
    }, files);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.canvas.dispatchEvent(type, { dataTransfer: transfer });
    }
  }

  /** Saves with the key, from wherever the keyboard is. */
  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
  }

  /** What the line at the bottom says about where the work is. */
  saved(): Locator {
    return this.page.getByRole('contentinfo').getByText(/^● /);
  }

  /** Downloads the text, and gives the path of the file. */
  async download(): Promise<string> {
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Download', exact: true }).click();
    return (await downloading).path();
  }

  /** Shows the fields of what is selected, beside the canvas. */
  async openInspector(): Promise<void> {
    await this.page.getByRole('tab', { name: 'Inspector' }).click();
  }

  /** Chooses a download from the menu beside Copy YAML, and gives the path of the file. */
  async export(item: string | RegExp): Promise<string> {
    const downloading = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'More ways to copy and download' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
    return (await downloading).path();
  }

  /** Chooses an item of the menu that has the sketch's name. */
  async openSketchMenu(item: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: /^Sketch / }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Types a request into the bar at the top and traces it. */
  async trace(request: string): Promise<void> {
    await this.page.getByLabel('Address or curl command').fill(request);
    await this.page.getByRole('button', { name: 'Trace', exact: true }).click();
  }

  /** How the traced request ends, in a line. */
  traceOutcome(): Locator {
    return this.page.getByTestId('trace-outcome');
  }

  /** The hops of the traced request. */
  hops(): Locator {
    return this.page.getByRole('list', { name: 'Hops of the request' });
  }

  /** Opens a tab of the panel below the canvas. */
  async openTab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** The lines of the table of saved requests. */
  savedRequests(): Locator {
    return this.page.getByRole('listbox', { name: 'Saved requests' }).getByRole('option');
  }

  /** Opens the list of problems and gives its entries. */
  async openProblems(): Promise<Locator> {
    await this.page.getByRole('tab', { name: /^Problems/ }).click();
    return this.page.getByRole('listbox', { name: 'Problems' }).getByRole('option');
  }
}
