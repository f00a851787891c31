import { findMismatches, type Mismatch, type Snapshot, type Trace } from '@portolan/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { restFor } from '../rest-for.ts';
import type { SessionState } from '../session.ts';
import { createSlicer, IDLE } from '../slicer.ts';
import type { KeptRequest } from './kept-request.ts';

/** A saved request that was sent. */
export interface CheckedRequest {
  readonly kept: KeptRequest;
  readonly trace: Trace;
  /** Empty: it ends as it is expected to. */
  readonly mismatches: readonly Mismatch[];
}

/** What the saved requests meet in the present text, or in the one just before. */
export interface CheckingState {
  /** In the order of the saved requests; those that were not sent yet are not there. */
  readonly results: readonly CheckedRequest[];
  /** What the results are of; null: nothing was sent. */
  readonly snapshot: Snapshot | null;
}

/** Sends the saved requests again after each change of the text, the assumptions or the requests. */
export interface Checking {
  /** Nothing is sent until it is started. */
  readonly store: StoreApi<CheckingState>;
  /** Once more does nothing. */
  readonly start: () => void;
  readonly stop: () => void;
}

/** Who types is not told of every letter. */
const SHORTEST_REST_MILLISECONDS = 200;

const NOTHING: CheckingState = { results: [], snapshot: null };

/** Loads nothing until a request is saved. */
export function createChecking(session: StoreApi<SessionState>): Checking {
  return new RequestChecking(session);
}

class RequestChecking implements Checking {
  readonly store = createStore<CheckingState>(() => NOTHING);
  readonly #session: StoreApi<SessionState>;
  readonly #slicer = createSlicer(IDLE);
  #unsubscribe: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** One more with each change; a run of an earlier one is given up. */
  #turn = 0;

  constructor(session: StoreApi<SessionState>) {
    this.#session = session;
  }

  readonly start = (): void => {
    if (this.#unsubscribe !== null) return;
    this.#unsubscribe = this.#session.subscribe((state, before) => {
      const { requests } = state.arrangement;
      const isAnother = requests !== before.arrangement.requests;
      const isChanged = state.snapshot !== before.snapshot && requests.length > 0;
      const rest = Math.max(SHORTEST_REST_MILLISECONDS, restFor(state.snapshot));
      if (isAnother || isChanged) this.#schedule(isChanged ? rest : 0);
    });
    if (this.#session.getState().arrangement.requests.length > 0) this.#schedule(0);
  };

  readonly stop = (): void => {
    this.#giveUp();
    this.#unsubscribe?.();
  };

  #giveUp(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#slicer.stop();
  }

  #schedule(wait: number): void {
    this.#giveUp();
    // Without a network there is nothing to be loaded; the next change tries again.
    this.#timer = setTimeout(() => void this.#run().catch(() => undefined), wait);
  }

  async #run(): Promise<void> {
    const turn = this.#turn;
    const { snapshot, arrangement } = this.#session.getState();
    const { requests } = arrangement;
    if (requests.length === 0) {
      this.store.setState(NOTHING);
      return;
    }
    const known = this.#known(snapshot);
    const unknown = requests.filter(({ request }) => !known.has(request));
    const { loadRequestTracer } = await import('./trace-requests.ts');
    const { traces } = await loadRequestTracer();
    if (turn !== this.#turn) return;
    const asked = unknown.map(({ request }) => request);
    const found = await this.#slicer.run(traces(snapshot, asked));
    if (found === null) return;
    for (const trace of found) known.set(trace.request, trace);
    const results = requests.flatMap((kept) => {
      const trace = known.get(kept.request);
      return trace === undefined
        ? []
        : { kept, trace, mismatches: findMismatches(trace, kept.expect) };
    });
    this.store.setState({ results, snapshot });
  }

  /** What need not be sent again. */
  #known(snapshot: Snapshot): Map<KeptRequest['request'], Trace> {
    const { results, snapshot: before } = this.store.getState();
    const same = snapshot === before ? results : [];
    return new Map(same.map(({ kept, trace }) => [kept.request, trace]));
  }
}
