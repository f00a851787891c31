import type { Snapshot, Trace, TraceRequest } from '@portolan/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { restFor } from '../rest-for.ts';
import type { SessionState } from '../session.ts';
import { createSlicer, PROMPT } from '../slicer.ts';
import type { TracePath } from './trace-path.ts';
import { tracer } from './tracer.ts';

/** What a request met in a text. */
export interface TraceResult {
  readonly trace: Trace;
  readonly snapshot: Snapshot;
  /** One for each step of the trace. */
  readonly paths: readonly TracePath[];
}

/** What is traced, and how much of it is shown. */
export interface TracingState {
  /** null: nothing is traced. */
  readonly request: TraceRequest | null;
  /** Of the present text, or of the one just before; null until it is known. */
  readonly result: TraceResult | null;
  /** The last step that is shown, from 0. */
  readonly step: number;
  /** Whether the next step follows by itself. */
  readonly isPlaying: boolean;
}

/** Follows one request through the session's text, also while the text changes. */
export interface Tracing {
  readonly store: StoreApi<TracingState>;
  /** Traces a request from now on. `plays`: shows it hop by hop, unless the user wants no motion. */
  readonly ask: (request: TraceRequest, plays: boolean) => void;
  /** Shows as much as up to this step; one that is not there is the nearest. */
  readonly goTo: (step: number) => void;
  /** Shows it hop by hop, from the first. */
  readonly play: () => void;
  /** Traces nothing any more. */
  readonly end: () => void;
  readonly stop: () => void;
}

const NOTHING: TracingState = { request: null, result: null, step: 0, isPlaying: false };

/** How long each hop is looked at while they follow each other. */
const PACE_MILLISECONDS = 420;

/** Nothing is traced in it at first. The tracer is loaded for the first request. */
export function createTracing(session: StoreApi<SessionState>): Tracing {
  return new RequestTracing(session);
}

class RequestTracing implements Tracing {
  readonly store = createStore<TracingState>(() => NOTHING);
  readonly #session: StoreApi<SessionState>;
  readonly #unsubscribe: () => void;
  readonly #slicer = createSlicer(PROMPT);
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: StoreApi<SessionState>) {
    this.#session = session;
    this.#unsubscribe = session.subscribe((state, before) => {
      if (state.snapshot !== before.snapshot) this.#schedule(restFor(state.snapshot));
    });
  }

  readonly ask = (request: TraceRequest, plays: boolean): void => {
    clearTimeout(this.#timer);
    const isPlaying = plays && !prefersNoMotion();
    this.store.setState({ request, isPlaying, ...(plays ? { result: null, step: 0 } : {}) });
    this.#schedule(0);
  };

  readonly goTo = (step: number): void => {
    clearTimeout(this.#timer);
    this.store.setState({ step: this.#nearest(step), isPlaying: false });
  };

  readonly play = (): void => {
    this.store.setState({ step: 0, isPlaying: true });
    this.#goOnLater();
  };

  readonly end = (): void => {
    this.#giveUp();
    clearTimeout(this.#timer);
    this.store.setState(NOTHING);
  };

  readonly stop = (): void => {
    this.#isStopped = true;
    this.#giveUp();
    clearTimeout(this.#timer);
    this.#unsubscribe();
  };

  #giveUp(): void {
    clearTimeout(this.#rest);
    this.#slicer.stop();
  }

  #schedule(rest: number): void {
    if (this.store.getState().request === null) return;
    this.#giveUp();
    // Without a network there is nothing to be loaded; the next change tries again.
    this.#rest = setTimeout(() => void this.#run().catch(() => undefined), rest);
  }

  async #run(): Promise<void> {
    const trace = await tracer();
    const { request } = this.store.getState();
    if (request === null || this.#isStopped) return;
    const result = await this.#slicer.run(trace(this.#session.getState().snapshot, request));
    if (result !== null) this.#show(result);
  }

  #show(result: TraceResult): void {
    const { result: before, step, isPlaying } = this.store.getState();
    const wasAtEnd = before === null || step >= before.paths.length - 1;
    this.store.setState({ result });
    if (isPlaying) {
      if (before === null) this.#goOnLater();
    } else this.store.setState({ step: this.#nearest(wasAtEnd ? result.paths.length : step) });
  }

  #goOnLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { step, isPlaying } = this.store.getState();
      if (!isPlaying) return;
      const next = this.#nearest(step + 1);
      const isLast = next === this.#nearest(next + 1);
      this.store.setState({ step: next, isPlaying: !isLast });
      if (!isLast) this.#goOnLater();
    }, PACE_MILLISECONDS);
  }

  #nearest(step: number): number {
    const { result } = this.store.getState();
    return Math.max(0, Math.min(step, (result?.paths.length ?? 1) - 1));
  }
}

function prefersNoMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
