import type { OpenSession } from '../open-session.ts';
import { keepPending } from './pending-sketch.ts';
import { readLastGoodTexts } from './restore-snapshot.ts';
import { copySketch, type Sketch } from './sketch.ts';
import type { SketchLibrary } from './sketch-library.ts';
import type { SaveState } from './workspace.ts';

/** Keeps an open sketch stored. */
export interface Autosave {
  /** The sketch as it is now. */
  current(): Sketch;
  /** Under which id it is stored. */
  id(): string;
  /** Something beside the text changed: store it soon. */
  schedule(): void;
  /** Stores now what is not stored yet. */
  flush(): Promise<void>;
  stop(): void;
}

/** What autosave watches, and where it writes. */
export interface AutosaveOptions {
  readonly session: OpenSession;
  readonly sketch: Sketch;
  /** null: this browser stores nothing. */
  readonly library: SketchLibrary | null;
  /** Whether this tab may write the sketch; nothing is written before that is known. */
  readonly claimed: Promise<boolean>;
  readonly readName: () => string;
  readonly readViewport: () => Sketch['viewport'];
  readonly onState: (state: SaveState) => void;
  /** Another tab has the sketch: goes on under another id. */
  readonly makeCopy: (sketch: Sketch) => Sketch;
}

/** After a change, wait this long for the next one, */
const PAUSE_MILLISECONDS = 300;
/** but never longer than this. */
const LONGEST_MILLISECONDS = 800;

const FULL =
  'The storage of this browser is full. Download your work, or remove data of other sites.';

/** Stores the sketch soon after each change, and at once when the page is left. */
export function startAutosave(options: AutosaveOptions): Autosave {
  const saver = new SketchSaver(options);
  saver.listen();
  return saver;
}

class SketchSaver implements Autosave {
  readonly #options: AutosaveOptions;
  readonly #endings: (() => void)[] = [];
  #sketch: Sketch;
  #isDirty = false;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #dirtySince = 0;
  #writing: Promise<void> = Promise.resolve();
  #failed = false;
  #isWriting = false;
  #isOurs = false;
  #isStopped = false;

  constructor(options: AutosaveOptions) {
    this.#options = options;
    this.#sketch = options.sketch;
  }

  listen(): void {
    const { session, claimed } = this.#options;
    this.#endings.push(
      session.store.subscribe((state, before) => {
        const isTouched =
          state.snapshot !== before.snapshot ||
          state.positions !== before.positions ||
          state.arrangement !== before.arrangement;
        if (isTouched) this.#touch();
      }),
    );
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void this.flush();
    };
    const onLeave = () => this.#keepAtOnce();
    const onBeforeLeave = (event: BeforeUnloadEvent) => {
      if (this.#failed && this.#sketch.touched) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHidden);
    window.addEventListener('pagehide', onLeave);
    window.addEventListener('beforeunload', onBeforeLeave);
    this.#endings.push(() => {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('pagehide', onLeave);
      window.removeEventListener('beforeunload', onBeforeLeave);
    });
    this.#writing = claimed.then((isClaimed) => this.#begin(isClaimed));
  }

  #begin(isClaimed: boolean): void {
    if (!isClaimed) this.#sketch = this.#options.makeCopy(this.current());
    this.#isOurs = true;
    // A copy is stored as soon as it holds something that the other does not have.
    if (isClaimed && this.#sketch.version === 0) this.schedule();
    else if (this.#options.library !== null && !this.#isDirty) {
      this.#options.onState({ kind: 'saved', at: this.#sketch.updated });
    }
  }

  current(): Sketch {
    const { snapshot, positions, arrangement } = this.#options.session.store.getState();
    const placed = snapshot.topology.nodes.flatMap(({ id }) => {
      const place = positions.get(id);
      return place === undefined ? [] : [[id, place] as const];
    });
    return {
      ...this.#sketch,
      name: this.#options.readName(),
      text: this.#options.session.text(),
      positions: placed,
      viewport: this.#options.readViewport(),
      assumptions: snapshot.assumptions,
      arrangement,
      lastGood: readLastGoodTexts(snapshot),
    };
  }

  id(): string {
    return this.#sketch.id;
  }

  schedule(): void {
    if (this.#isStopped) return;
    const now = Date.now();
    if (!this.#isDirty) {
      this.#dirtySince = now;
      if (this.#options.library !== null && !this.#failed)
        this.#options.onState({ kind: 'saving' });
    }
    this.#isDirty = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const longest = this.#dirtySince + LONGEST_MILLISECONDS - now;
    const wait = Math.max(0, Math.min(PAUSE_MILLISECONDS, longest));
    this.#timer = setTimeout(() => void this.flush(), wait);
  }

  flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => (this.#isDirty ? this.#write() : undefined));
    return this.#writing;
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const end of this.#endings) end();
  }

  #touch(): void {
    this.#sketch = { ...this.#sketch, touched: true };
    this.schedule();
  }

  async #write(): Promise<void> {
    const { library, onState, makeCopy } = this.#options;
    if (library === null) return;
    this.#isDirty = false;
    this.#isWriting = true;
    const sketch = { ...this.current(), updated: Date.now() };
    try {
      const written = await library.write(sketch);
      if (written === null) {
        this.#sketch = makeCopy(sketch);
        this.schedule();
        return;
      }
      this.#sketch = { ...this.#sketch, version: written.version, updated: written.updated };
      this.#failed = false;
      onState({ kind: 'saved', at: written.updated });
    } catch (error) {
      this.#isDirty = true;
      this.#failed = true;
      onState({ kind: 'unsaved', reason: toReason(error) });
    } finally {
      this.#isWriting = false;
    }
  }

  #keepAtOnce(): void {
    if (!this.#isDirty && !this.#isWriting) return;
    const sketch = { ...this.current(), updated: Date.now() };
    // While it is not known whose the sketch is, it is kept beside the stored one.
    keepPending(this.#isOurs ? sketch : copySketch(sketch));
  }
}

function toReason(error: unknown): string {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return FULL;
  const cause = error instanceof Error ? error.message : String(error);
  return `The browser did not store it (${cause}). Download your work before you close the tab.`;
}
