import { createLineIndex, type Diagnostic, placeOfDiagnostic } from '@portolan/model';
import {
  type KeyboardEvent,
  type ReactElement,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { showProblem } from '../commands/show-problem.ts';
import type { ProblemClass } from '../session/problems/problem-class.ts';
import { problemKey } from '../session/problems/problem-key.ts';
import { useDiagnosis, useSession } from '../session/session-context.ts';
import { selectShown } from '../session/session-selectors.ts';
import { useViewState, useViewStore } from '../view-state/view-context.ts';
import type { PaneLayout, ViewState } from '../view-state/view-state.ts';
import { filterProblems, groupProblems, type ProblemGroup } from './group-problems.ts';
import { ProblemDetails } from './ProblemDetails.tsx';
import { ProblemGroupView } from './ProblemGroupView.tsx';
import styles from './ProblemsPane.module.css';
import { ProblemsToolbar } from './ProblemsToolbar.tsx';

/** More than anybody reads in a list; the rest is counted, and found by the filter. */
const SHOWN_PROBLEMS = 300;

const NOTHING_HIDDEN: ReadonlySet<ProblemClass> = new Set();

/** Everything that is wrong in the text, and beside it the one that is looked at: why, what one sees, what to do. */
export function ProblemsPane(): ReactElement {
  const all = useDiagnosis(selectShown);
  const by = useViewState(selectGrouping);
  const current = useViewState(selectProblem);
  const [query, setQuery] = useState('');
  const [hidden, setHidden] = useState(NOTHING_HIDDEN);
  const asked = useDeferredValue(query);
  const problems = useMemo(
    () => filterProblems(all, { query: asked, hidden }),
    [all, asked, hidden],
  );
  const groups = useMemo(
    () => groupProblems(problems.slice(0, SHOWN_PROBLEMS), by),
    [problems, by],
  );
  const shown = all.find((one) => problemKey(one) === current) ?? null;
  return (
    <div className={styles.pane}>
      <ProblemsToolbar
        problems={all}
        query={query}
        hidden={hidden}
        onQuery={setQuery}
        onHidden={setHidden}
      />
      <div className={styles.body}>
        <ProblemList
          groups={groups}
          left={problems.length - SHOWN_PROBLEMS}
          isAll={all.length === problems.length}
        />
        {shown !== null && <ProblemDetails key={problemKey(shown)} problem={shown} />}
      </div>
    </div>
  );
}

interface ProblemListProps {
  readonly groups: readonly ProblemGroup[];
  /** How many are not shown. */
  readonly left: number;
  /** Whether the filter lets everything through. */
  readonly isAll: boolean;
}

function ProblemList({ groups, left, isAll }: ProblemListProps): ReactElement {
  const session = useSession();
  const view = useViewStore();
  const by = useViewState(selectGrouping);
  const current = useViewState(selectProblem);
  const lineOf = useLines(groups);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current !== null) findLine(list.current, current)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (groups.length === 0) {
    return <p className={styles.none}>{isAll ? NO_PROBLEMS : 'No problem fits the filter.'}</p>;
  }
  const all = groups.flatMap(({ problems }) => problems);
  const show = (problem: Diagnostic, focusText: boolean): void =>
    showProblem(session, view, problem, focusText);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyTarget(event, all, current);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    show(next, event.key === 'Enter');
    if (event.key !== 'Enter') findLine(list.current, problemKey(next))?.focus();
  };
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      aria-label="Problems"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        <ProblemGroupView
          key={group.key}
          group={group}
          by={by}
          current={current}
          tabStop={all.some((one) => problemKey(one) === current) ? current : keyOf(all[0])}
          lineOf={lineOf}
          onShow={show}
        />
      ))}
      {left > 0 && <p className={styles.none}>and {left} more. The filter finds them.</p>}
    </div>
  );
}

/** On which line a finding stands. */
function useLines(groups: readonly ProblemGroup[]): (problem: Diagnostic) => number | null {
  const session = useSession();
  return useMemo(() => {
    if (groups.length === 0) return () => null;
    const { snapshot } = session.store.getState();
    const lines = createLineIndex(session.text());
    return (problem: Diagnostic) => {
      const range = placeOfDiagnostic(snapshot, problem);
      return range === undefined ? null : lines.positionAt(range.start).line;
    };
  }, [groups, session]);
}

const NO_PROBLEMS =
  'No problems: Kubernetes can read all of it, and nothing that Portolan checks is wrong.';

/** The finding that a key goes to; null for keys that mean nothing here. */
function keyTarget(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  all: readonly Diagnostic[],
  current: string | null,
): Diagnostic | null {
  if (ctrlKey || metaKey || altKey) return null;
  const at = all.findIndex((one) => problemKey(one) === current);
  switch (key) {
    case 'ArrowDown':
      return all[Math.min(at + 1, all.length - 1)] ?? null;
    case 'ArrowUp':
      return all[Math.max(at - 1, 0)] ?? null;
    case 'Home':
      return all[0] ?? null;
    case 'End':
      return all.at(-1) ?? null;
    case 'Enter':
      return all[at] ?? null;
    default:
      return null;
  }
}

function findLine(list: HTMLElement | null, key: string): HTMLElement | undefined {
  const lines = list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [];
  return [...lines].find((line) => line.dataset.key === key);
}

function keyOf(problem: Diagnostic | undefined): string | null {
  return problem === undefined ? null : problemKey(problem);
}

function selectGrouping({ panes }: ViewState): PaneLayout['problemsBy'] {
  return panes.problemsBy;
}

function selectProblem({ problem }: ViewState): string | null {
  return problem;
}
