import { Button } from '@mantine/core';
import {
  type Diagnosis,
  type Diagnostic,
  type FieldOrigin,
  findFixes,
  findResource,
  listShown,
  previewFix,
  type QuickFix,
  type Snapshot,
} from '@portolan/model';
import { IconBulb } from '@tabler/icons-react';
import { type ReactElement, useMemo } from 'react';
import { runEdits } from '../../commands/run-edit.ts';
import { showProblem } from '../../commands/show-problem.ts';
import type { DiagnosisState } from '../../session/problems/diagnosing.ts';
import { problemKey } from '../../session/problems/problem-key.ts';
import { useDiagnosis, useSession } from '../../session/session-context.ts';
import type { TraceResult } from '../../session/tracing/tracing.ts';
import { useViewStore } from '../../view-state/view-context.ts';
import { changePanes } from '../../view-state/view-state.ts';
import { isFailing } from '../describe-trace.ts';
import styles from './OutcomeView.module.css';
import fixStyles from './TraceFixes.module.css';

/** The ways out that the problems on the fields where it fails have. */
export function TraceFixes({ result }: { readonly result: TraceResult }): ReactElement | null {
  const session = useSession();
  const view = useViewStore();
  const diagnosis = useDiagnosis(selectDiagnosis);
  const found = useMemo(() => problemsOnTheWay(diagnosis, result), [diagnosis, result]);
  if (found.length === 0) return null;
  return (
    <>
      <h3 className={styles.label}>What to do</h3>
      <ul className={fixStyles.fixes}>
        {found.map(({ problem, fix }) => (
          <li key={problemKey(problem)}>
            {fix !== null && (
              <Button
                size="compact-sm"
                leftSection={<IconBulb size={15} aria-hidden />}
                disabled={session.readOnlyReason !== null}
                onClick={() => runEdits({ session, view }, fix.commands, fix.title)}
              >
                {fix.title}
              </Button>
            )}
            <button
              type="button"
              className={fixStyles.problem}
              onClick={() => {
                changePanes(view, { dockOpen: true, dockTab: 'problems' });
                showProblem(session, view, problem, false);
              }}
            >
              <code>{problem.code}</code> {fix === null ? problem.message : 'Why, and other ways'}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FoundProblem {
  readonly problem: Diagnostic;
  readonly fix: QuickFix | null;
}

const MOST = 3;

function problemsOnTheWay(diagnosis: Diagnosis, { trace }: TraceResult): readonly FoundProblem[] {
  const origins = [
    ...trace.steps.filter(({ matched }) => !matched).flatMap((step) => step.origins),
    ...trace.shares.filter(isFailing).map(({ origin }) => origin),
    ...(trace.lesson?.causes ?? []).flatMap(({ applies, origin }) =>
      applies && origin !== null ? [origin] : [],
    ),
  ];
  if (origins.length === 0) return [];
  const { snapshot } = diagnosis;
  return listShown(diagnosis)
    .filter((problem) => origins.some((origin) => isAbout(snapshot, problem, origin)))
    .map((problem) => ({
      problem,
      fix: findFixes(snapshot, problem).find((one) => previewFix(snapshot, one).ok) ?? null,
    }))
    .toSorted((one, other) => Number(other.fix !== null) - Number(one.fix !== null))
    .slice(0, MOST);
}

/** Whether a problem is on a field, or in it, or the field is in what the problem is on. */
function isAbout(
  snapshot: Snapshot,
  { resource, place }: Diagnostic,
  { resourceId, path }: FieldOrigin,
): boolean {
  if (resource !== resourceId || !('path' in place)) return false;
  const own = place.path.slice(findResource(snapshot, resourceId)?.path.length ?? 0);
  const shorter = Math.min(own.length, path.length);
  return shorter > 0 && path.slice(0, shorter).every((part, index) => part === own[index]);
}

function selectDiagnosis({ diagnosis }: DiagnosisState): Diagnosis {
  return diagnosis;
}
