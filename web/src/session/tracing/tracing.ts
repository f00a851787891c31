import type { Snapshot, Trace, TraceRequest } from '@portolan/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionState } from '../session.ts';
import { whenIdle } from '../when-idle.ts';
import type { TracePath } from './trace-path.ts';
import type { Tracer } from './trace-snapshot.ts';
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
  #isDue = false;
  #isStopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: StoreApi<SessionState>) {
    this.#session = session;
    this.#unsubscribe = session.subscribe((state, before) => {
      if (state.snapshot !== before.snapshot) this.#schedule();
    });
  }

  readonly ask = (request: TraceRequest, plays: boolean): void => {
    clearTimeout(this.#timer);
    const isPlaying = plays && !prefersNoMotion();
    this.store.setState({ request, isPlaying, ...(plays ? { result: null, step: 0 } : {}) });
    this.#schedule();
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
    clearTimeout(this.#timer);
    this.store.setState(NOTHING);
  };

  readonly stop = (): void => {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#unsubscribe();
  };

  #schedule(): void {
    if (this.#isDue || this.store.getState().request === null) return;
    this.#isDue = true;
    whenIdle(() => {
      this.#isDue = false;
      // Without a network there is nothing to be loaded; the next change tries again.
      void tracer().then(
        (trace) => this.#run(trace),
        () => undefined,
      );
    });
  }

  #run(trace: Tracer): void {
    const { request, result: before, step, isPlaying } = this.store.getState();
    if (request === null || this.#isStopped) return;
    const result = trace(this.#session.getState().snapshot, request);
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
