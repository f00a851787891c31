import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildSnapshot,
  changeAssumptions,
  createSnapshotDiagnoser,
  DEFAULT_ASSUMPTIONS,
  type Diagnosis,
  diagnoseSnapshot,
  finish,
  listDiagnostics,
  updateSnapshot,
} from '../../src/index.ts';
import { editsOf, randomAction } from '../random-actions.ts';
import { randomWorld } from '../random-world.ts';
import { RUNS, TIMEOUT } from '../support/runs.ts';

/** The diagnostics with their documents' places in the text instead of the documents. */
function written(diagnosis: Diagnosis): unknown {
  const { documents } = diagnosis.snapshot;
  return listDiagnostics(diagnosis).map((diagnostic) => ({
    ...diagnostic,
    document: documents.indexOf(diagnostic.document),
  }));
}

describe('[A1] diagnostics as the text changes', () => {
  test(
    'are those of the whole text, after any edits and changes of assumptions',
    () => {
      fc.assert(
        fc.property(
          randomWorld,
          fc.array(randomAction, { minLength: 1, maxLength: 6 }),
          fc.boolean(),
          (text, actions, isFar) => {
            const diagnoser = createSnapshotDiagnoser();
            let snapshot = buildSnapshot(text);
            finish(diagnoser.diagnose(snapshot, null));
            for (const action of actions) {
              snapshot = updateSnapshot(snapshot, editsOf(snapshot, action));
              expect(written(finish(diagnoser.diagnose(snapshot, null)))).toEqual(
                written(diagnoseSnapshot(snapshot)),
              );
            }
            const foreignNamespaces = isFar ? ['shop'] : [];
            const other = changeAssumptions(snapshot, {
              ...DEFAULT_ASSUMPTIONS,
              foreignNamespaces,
            });
            expect(written(finish(diagnoser.diagnose(other, null)))).toEqual(
              written(diagnoseSnapshot(other)),
            );
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );

  test(
    'may be left half done at any slice, and are the same in the end',
    () => {
      fc.assert(
        fc.property(
          randomWorld,
          fc.array(fc.tuple(randomAction, fc.nat(40)), { maxLength: 4 }),
          (text, actions) => {
            const diagnoser = createSnapshotDiagnoser();
            let snapshot = buildSnapshot(text);
            for (const [action, slices] of actions) {
              const left = diagnoser.diagnose(snapshot, null);
              for (let slice = 0; slice < slices; slice += 1) left.next();
              snapshot = updateSnapshot(snapshot, editsOf(snapshot, action));
            }
            expect(written(finish(diagnoser.diagnose(snapshot, null)))).toEqual(
              written(diagnoseSnapshot(snapshot)),
            );
          },
        ),
        { numRuns: RUNS },
      );
    },
    TIMEOUT,
  );
});
