import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DiskFiles } from '../disk/disk-files.ts';
import { type Autosave, startAutosave } from './autosave.ts';
import { reconcilePending } from './pending-sketch.ts';
import type { Revision } from './revision.ts';
import {
  adoptSketch,
  copySketch,
  createSketch,
  type Sketch,
  type SketchContent,
  type SketchSummary,
} from './sketch.ts';
import { claimSketch, hearOpenedAgain, type SketchClaim, tellOpenedAgain } from './sketch-claim.ts';
import type { RemovedSketch, SketchLibrary } from './sketch-library.ts';
import { createSketchReader, type Opening, type OpenSketch } from './sketch-reader.ts';
import { keepTabSketch, readTabSketch } from './tab-sketch.ts';

/** How it stands with keeping the work. */
export type SaveState =
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  /** Why nothing is kept, and what to do. */
  | { readonly kind: 'unsaved'; readonly reason: string }
  /** It is only looked at. */
  | { readonly kind: 'preview' };

/** The sketch that is open in this tab, and what is known of its keeping. */
export interface WorkspaceState {
  readonly open: OpenSketch;
  /** What will take its place when it has been read; null: nothing, or it takes no time. */
  readonly opening: Opening | null;
  readonly save: SaveState;
  /** The files that the open sketch came from, and goes back to; null: none. */
  readonly disk: DiskFiles | null;
  /** Whether these say the same as the sketch did when it was saved last. */
  readonly isOnDisk: boolean;
  readonly recent: readonly SketchSummary[];
}

/** What was opened, and the sketch of the user's own that was open before; null: that was only looked at. */
export interface Opened {
  readonly before: SketchSummary | null;
}

/** A text to begin with, where there is no work yet. */
export type FirstText = () => Promise<{ readonly name: string; readonly text: string }>;

/** What the workspace needs from the screen around it. */
export interface WorkspaceHost {
  /** Where the canvas looks now. */
  readViewport(): Sketch['viewport'];
  /** The work goes on as a copy, since another tab has the sketch or wrote it. */
  onCopy(name: string): void;
  /** Another tab opened the same sketch, and goes on with a copy. */
  onOpenedAgain(): void;
}

const PREVIEW = 'This is a shared sketch, to look at. Make a copy to change it.';

const UNAVAILABLE =
  'This browser does not let the page store anything. Download your work before you close the tab.';

/** The sketches of this browser, and the one that is open. Opening another never loses the one before. */
export class Workspace {
  readonly store: StoreApi<WorkspaceState>;
  readonly #library: SketchLibrary | null;
  readonly #first: FirstText;
  readonly #host: WorkspaceHost;
  readonly #reader = createSketchReader((opening) => this.store.setState({ opening }));
  #autosave: Autosave | null = null;
  #claim: Promise<SketchClaim | null> | null = null;

  private constructor(
    library: SketchLibrary | null,
    first: FirstText,
    host: WorkspaceHost,
    open: OpenSketch,
  ) {
    this.#library = library;
    this.#first = first;
    this.#host = host;
    this.store = createStore<WorkspaceState>(() => ({
      open,
      opening: null,
      save: { kind: 'saving' },
      disk: null,
      isOnDisk: false,
      recent: [],
    }));
    this.#begin(open);
    hearOpenedAgain((id) => {
      if (id === this.openId()) host.onOpenedAgain();
    });
  }

  /**
   * Opens the last work, or what `first` gives where there is none. With `shared`, that is looked
   * at instead, and no work of this browser is read or touched. `onOpening` hears how far it is,
   * where that takes long.
   */
  static async start(
    openLibrary: () => Promise<SketchLibrary>,
    first: FirstText,
    host: WorkspaceHost,
    shared: SketchContent | null = null,
    onOpening: (opening: Opening | null) => void = () => undefined,
  ): Promise<Workspace> {
    const library = await openLibrary().catch(() => null);
    const reader = createSketchReader(onOpening);
    const open =
      shared === null
        ? await reader.read(await findOwn(library, first))
        : await reader.read(adoptSketch(shared), PREVIEW);
    if (open === null) throw new Error('Nobody else asks this reader for anything');
    return new Workspace(library, first, host, open);
  }

  // What is opened is read first, while the one before can be used. Null where that was cancelled,
  // or where something else was opened in the meantime.

  /** Opens a text as a sketch of its own; the one before stays stored. */
  async openText(name: string, text: string): Promise<Opened | null> {
    const known = await this.#library?.findUntouched(name, text).catch(() => null);
    return known ? this.#open(known) : this.#openNew(createSketch(name, text));
  }

  /** Opens a stored sketch again. */
  async openSketch(id: string): Promise<Opened | 'missing' | null> {
    await this.#autosave?.flush();
    const sketch = await this.find(id);
    return sketch === null ? 'missing' : this.#open(sketch);
  }

  /** Opens somebody else's sketch to look at. The one before stays stored. */
  async openPreview(shared: SketchContent): Promise<Opened | null> {
    return this.#open(adoptSketch(shared), PREVIEW);
  }

  /** Opens a sketch that came from elsewhere as one of the user's own. */
  async openCopy(shared: SketchContent): Promise<Opened | null> {
    return this.#openNew(adoptSketch(shared));
  }

  /** Goes back to the user's own last work. */
  async openOwn(): Promise<Opened | null> {
    return this.#open(await findOwn(this.#library, this.#first));
  }

  /** Goes on with what is open, and not with what is being read. */
  cancelOpening(): void {
    this.#reader.cancel();
  }

  /** Stores at once what is not stored yet. */
  async keepNow(): Promise<void> {
    await this.#autosave?.flush();
  }

  /** The id under which the open sketch is stored; another one once it had to become a copy. */
  openId(): string {
    return this.#autosave?.id() ?? this.store.getState().open.sketch.id;
  }

  /** The open sketch came from these files, or was written to them just now. */
  async linkDisk(disk: DiskFiles): Promise<void> {
    const id = this.openId();
    this.#disks.set(id, disk);
    this.#showDisk(disk);
    // Where it cannot be stored, the files are known as long as the tab is there.
    await this.#library?.writeDisk(id, disk).catch(() => undefined);
  }

  /** Where the canvas looks has changed: that is stored too. */
  viewportChanged(): void {
    this.#autosave?.schedule();
  }

  /** Gives the open sketch another name. */
  rename(name: string): void {
    const { open } = this.store.getState();
    this.store.setState({ open: { ...open, name } });
    this.#autosave?.schedule();
  }

  /** What the open sketch said before, the most recent first. Empty where nothing can be stored. */
  async listRevisions(): Promise<readonly Revision[]> {
    await this.#autosave?.flush();
    return (await this.#library?.listRevisions(this.openId()).catch(() => [])) ?? [];
  }

  /**
   * Goes on with what the open sketch said before; what it says now becomes a revision itself.
   * Where that cannot be kept, nothing is restored.
   */
  async restore({ content }: Revision): Promise<Opened | 'unkept' | null> {
    const past = { ...content, lastGood: [], touched: true };
    const read = await this.#reader.read({ ...this.store.getState().open.sketch, ...past });
    if (read === null) return null;
    await this.#autosave?.flush();
    const { open } = this.store.getState();
    const now = this.#autosave?.current() ?? open.sketch;
    const isKept = await this.#library?.keepRevision(now).then(
      () => true,
      () => false,
    );
    if (isKept !== true) {
      read.session.dispose();
      return 'unkept';
    }
    const opened = await this.#replace({ ...read, sketch: { ...now, ...past } });
    this.#autosave?.schedule();
    return opened;
  }

  /** Stores a copy of a sketch. False where it is not there any more, or nothing can be stored. */
  async duplicate(id: string): Promise<boolean> {
    await this.#autosave?.flush();
    const sketch = await this.find(id);
    if (sketch === null) return false;
    const copy = { ...copySketch(sketch), updated: Date.now() };
    const written = await this.#library?.write(copy).catch(() => null);
    await this.#readRecent();
    return written !== null && written !== undefined;
  }

  /**
   * Deletes a sketch; where it is the open one, the latest other is opened first. Gives it to be put
   * back, or null where it is not there any more.
   */
  async remove(id: string): Promise<RemovedSketch | null> {
    if (id === this.openId()) await this.#openOther(id);
    const removed = await this.#library?.remove(id).catch(() => null);
    this.#kept.delete(id);
    await this.#readRecent();
    return removed ?? null;
  }

  /** Takes a deletion back. */
  async putBack(removed: RemovedSketch): Promise<void> {
    await this.#library?.putBack(removed);
    await this.#readRecent();
  }

  /** A stored sketch as it is stored; null where it is not there. */
  async find(id: string): Promise<Sketch | null> {
    return (await this.#library?.find(id).catch(() => null)) ?? this.#kept.get(id) ?? null;
  }

  async #openOther(id: string): Promise<void> {
    const { recent } = this.store.getState();
    const other = recent.find((one) => one.id !== id);
    const opened = other === undefined ? 'missing' : await this.openSketch(other.id);
    if (opened !== 'missing' && opened !== null) return;
    const { name, text } = await this.#first();
    await this.#open(createSketch(name, text));
  }

  /** Sketches that could not be stored, so that one can go back to them while the tab is open. */
  readonly #kept = new Map<string, Sketch>();

  async #open(sketch: Sketch, readOnlyReason?: string): Promise<Opened | null> {
    const read = await this.#reader.read(sketch, readOnlyReason);
    return read && this.#replace(read);
  }

  /** It is stored before it is read: should the page go away meanwhile, it is among the sketches. */
  async #openNew(sketch: Sketch): Promise<Opened | null> {
    const stored = await this.#library?.write(sketch).catch(() => null);
    const opened = await this.#open(stored ?? sketch);
    if (opened === null && stored) await this.remove(stored.id);
    return opened;
  }

  async #replace(open: OpenSketch): Promise<Opened> {
    const { open: before } = this.store.getState();
    await this.#autosave?.flush();
    const left = this.#autosave?.current() ?? before.sketch;
    if (!before.isPreview) this.#kept.set(left.id, left);
    this.#autosave?.stop();
    this.#autosave = null;
    void this.#claim?.then((claim) => claim?.release());
    this.store.setState({ open, save: { kind: 'saving' }, disk: null, isOnDisk: false });
    before.session.dispose();
    this.#begin(open);
    const { id, name, updated } = left;
    return { before: before.isPreview ? null : { id, name, updated } };
  }

  #begin({ session, sketch, isPreview }: OpenSketch): void {
    void this.#readRecent();
    if (isPreview) {
      this.#claim = null;
      this.store.setState({ save: { kind: 'preview' } });
      return;
    }
    const library = this.#library;
    if (library === null) {
      this.store.setState({ save: { kind: 'unsaved', reason: UNAVAILABLE } });
    }
    this.#claim = claimSketch(sketch.id);
    keepTabSketch(sketch.id);
    void this.#readDisk(sketch.id);
    this.#autosave = startAutosave({
      session,
      sketch,
      library,
      claimed: this.#claim.then((claim) => claim !== null),
      readName: () => this.store.getState().open.name,
      readViewport: () => this.#host.readViewport(),
      onState: (save) => {
        this.store.setState({ save });
        if (save.kind === 'saved') this.#noteSaved(save.at);
      },
      makeCopy: (lost) => {
        tellOpenedAgain(lost.id);
        const copy = copySketch(lost);
        const { open } = this.store.getState();
        // Two tabs are not to write the same files.
        this.store.setState({ open: { ...open, name: copy.name }, disk: null, isOnDisk: false });
        this.#claim = claimSketch(copy.id);
        keepTabSketch(copy.id);
        this.#host.onCopy(copy.name);
        return copy;
      },
    });
  }

  /** Without reading what is stored: that would be all texts, with every pause in typing. */
  #noteSaved(updated: number): void {
    const { open, recent } = this.store.getState();
    const saved = { id: this.openId(), name: open.name, updated };
    const all = [saved, ...recent.filter(({ id }) => id !== saved.id)];
    this.store.setState({ recent: all.sort((one, other) => other.updated - one.updated) });
    this.#showDisk(this.store.getState().disk);
  }

  /** Files of sketches that this tab had open, also where they could not be stored. */
  readonly #disks = new Map<string, DiskFiles>();

  async #readDisk(id: string): Promise<void> {
    const stored = await this.#library?.findDisk(id).catch(() => null);
    const disk = this.#disks.get(id) ?? stored ?? null;
    if (id === this.openId()) this.#showDisk(disk);
  }

  #showDisk(disk: DiskFiles | null): void {
    const { open } = this.store.getState();
    this.store.setState({
      disk,
      isOnDisk: disk !== null && disk.savedText === open.session.text(),
    });
  }

  async #readRecent(): Promise<void> {
    const recent = await this.#library?.list().catch(() => []);
    this.store.setState({ recent: recent ?? [] });
  }
}

/** The last work; where there is none, a sketch of the text to begin with. */
async function findOwn(library: SketchLibrary | null, first: FirstText): Promise<Sketch> {
  const latest = library === null ? null : await readLatest(library);
  if (latest !== null) return latest;
  const { name, text } = await first();
  return createSketch(name, text);
}

/** What this tab had open, else the last work of any tab. */
async function readLatest(library: SketchLibrary): Promise<Sketch | null> {
  try {
    await reconcilePending(library);
    const id = readTabSketch();
    const known = id === null ? null : await library.find(id);
    return known ?? (await library.findLatest());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
