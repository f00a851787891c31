import {
  buildSnapshot,
  type Diagnosis,
  loadSchema,
  loadSnapshotDiagnoser,
  type Schema,
  type SnapshotDiagnoser,
} from '@portolan/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionState } from '../session.ts';
import { createSlicer, IDLE } from '../slicer.ts';

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

/** Nothing was looked for yet, not even what is wrong with the YAML. */
const NOTHING: Diagnosis = { snapshot: buildSnapshot(''), byDocument: new Map() };

/** Diagnoses the session's text whenever it has changed and is on screen, in slices of time. */
export function createDiagnosing(session: StoreApi<SessionState>): Diagnosing {
  const store = createStore<DiagnosisState>(() => ({ diagnosis: NOTHING, hasSchema: false }));
  const slicer = createSlicer(IDLE);
  let diagnoser: SnapshotDiagnoser | null = null;
  let schema: Schema | null = null;
  let isStopped = false;

  const run = async (): Promise<void> => {
    if (isStopped || diagnoser === null) return;
    const hasSchema = schema !== null;
    const diagnosis = await slicer.run(diagnoser.diagnose(session.getState().snapshot, schema));
    if (diagnosis === null) return;
    store.setState({ diagnosis, hasSchema });
    if (!hasSchema) void loadSchema().then(takeSchema, () => undefined);
  };
  const takeSchema = (loaded: Schema): void => {
    if (schema !== null) return;
    schema = loaded;
    void run();
  };
  let unsubscribe: (() => void) | null = null;
  return {
    store,
    start: () => {
      if (unsubscribe !== null || isStopped) return;
      unsubscribe = session.subscribe((state, before) => {
        if (state.snapshot !== before.snapshot) void run();
      });
      const take = (loaded: SnapshotDiagnoser): void => {
        diagnoser = loaded;
        void run();
      };
      void loadSnapshotDiagnoser().then(take, () => undefined);
    },
    stop: () => {
      isStopped = true;
      slicer.stop();
      unsubscribe?.();
    },
  };
}
