import {
  type Diagnosis,
  loadSchema,
  loadSnapshotDiagnoser,
  type Schema,
  type SnapshotDiagnoser,
} from '@portolan/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionState } from '../session.ts';
import { whenIdle } from '../when-idle.ts';

/** What is known of what is wrong in the open text. */
export interface DiagnosisState {
  /** Complete; of the present text, or of the one just before while that is being checked. */
  readonly diagnosis: Diagnosis;
  /** Whether structure and regular expressions are checked too: their rules load behind everything else. */
  readonly hasSchema: boolean;
}

/** Keeps a diagnosis of a session's text from when it is started until it is stopped. */
export interface Diagnosing {
  /** Says that nothing is wrong until it is started. */
  readonly store: StoreApi<DiagnosisState>;
  /** Once more does nothing. */
  readonly start: () => void;
  readonly stop: () => void;
}

/** The longest that typing, dragging and painting wait for a check. */
const SLICE_MILLISECONDS = 5;

/** Diagnoses the session's text whenever it has changed and is on screen, in slices of time. */
export function createDiagnosing(session: StoreApi<SessionState>): Diagnosing {
  const nothing: Diagnosis = {
    snapshot: session.getState().snapshot,
    isComplete: false,
    byDocument: new Map(),
  };
  const store = createStore<DiagnosisState>(() => ({ diagnosis: nothing, hasSchema: false }));
  let diagnoser: SnapshotDiagnoser | null = null;
  let schema: Schema | null = null;
  let isDue = false;
  let isStopped = false;

  const run = (): void => {
    isDue = false;
    if (isStopped || diagnoser === null) return;
    const end = performance.now() + SLICE_MILLISECONDS;
    const { snapshot } = session.getState();
    const diagnosis = diagnoser.diagnose(snapshot, schema, () => performance.now() >= end);
    if (!diagnosis.isComplete) {
      schedule();
      return;
    }
    store.setState({ diagnosis, hasSchema: schema !== null });
    if (schema === null) void loadSchema().then(takeSchema, () => undefined);
  };
  const schedule = (): void => {
    if (isDue) return;
    isDue = true;
    whenIdle(run);
  };
  const takeSchema = (loaded: Schema): void => {
    if (schema !== null) return;
    schema = loaded;
    schedule();
  };
  let unsubscribe: (() => void) | null = null;
  return {
    store,
    start: () => {
      if (unsubscribe !== null || isStopped) return;
      unsubscribe = session.subscribe((state, before) => {
        if (state.snapshot !== before.snapshot) schedule();
      });
      const take = (loaded: SnapshotDiagnoser): void => {
        diagnoser = loaded;
        schedule();
      };
      void loadSnapshotDiagnoser().then(take, () => undefined);
    },
    stop: () => {
      isStopped = true;
      unsubscribe?.();
    },
  };
}
