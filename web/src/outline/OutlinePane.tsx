import { rangeOf } from '@portolan/model';
import {
  type KeyboardEvent,
  type ReactElement,
  useCallback,
  useMemo,
  useRef,
  useState,
} from 'react';
import { problemWordsByResource } from '../session/problems/resource-problems.ts';
import { useDiagnosis, useSession, useSessionState } from '../session/session-context.ts';
import { selectSnapshot } from '../session/session-selectors.ts';
import { useViewState, useViewStore } from '../view-state/view-context.ts';
import {
  requestReveal,
  requestText,
  type Selection,
  select,
  type ViewState,
} from '../view-state/view-state.ts';
import { OutlineLine } from './OutlineLine.tsx';
import styles from './OutlinePane.module.css';
import { outlineKeyAction } from './outline-key.ts';
import { type OutlineEntry, readOutline } from './read-outline.ts';
import { countEntries, type OutlineRow, visibleRows } from './visible-rows.ts';

/** Rendered at once; whoever needs more closes what is above. */
const SHOWN_ROWS = 1_000;
/** Above this only what stands in front is open at first. */
const OPEN_AT_FIRST = 400;
const FIRST_LEVELS = 2;

/** The whole text as a tree: the map in words, and what is not on it. */
export function OutlinePane(): ReactElement {
  const snapshot = useSessionState(selectSnapshot);
  const entries = useMemo(() => readOutline(snapshot), [snapshot]);
  if (entries.length === 0) {
    return <p className={styles.none}>Nothing yet: the YAML has no resources.</p>;
  }
  return <OutlineTree entries={entries} />;
}

function OutlineTree({ entries }: { readonly entries: readonly OutlineEntry[] }): ReactElement {
  const tree = useRef<HTMLDivElement>(null);
  const selection = useViewState(selectSelection);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const { rows, toggle } = useOpenRows(entries);
  const active = rows.find(({ entry }) => entry.key === activeKey) ?? rows[0];
  const focus = useCallback((key: string) => {
    setActiveKey(key);
    findLine(tree.current, key)?.focus();
  }, []);
  const choose = useChoose();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (active === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = outlineKeyAction(event.key, rows, active);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'focus') focus(action.key);
    else if (action.kind === 'toggle') toggle(action.key, action.isOpen);
    else if (action.kind === 'choose') choose(action.entry);
  };
  const selected = new Set([...selection.nodes, ...selection.edges]);
  const problems = useDiagnosis(problemWordsByResource);
  return (
    <div
      ref={tree}
      role="tree"
      aria-label="Outline"
      aria-multiselectable
      className={styles.outline}
      data-keys="canvas"
      onKeyDown={onKeyDown}
    >
      {rows.slice(0, SHOWN_ROWS).map((row) => (
        <OutlineLine
          key={row.entry.key}
          row={row}
          problems={problemsOf(row.entry, problems)}
          isActive={row === active}
          isSelected={
            row.entry.target !== null &&
            row.entry.kind !== null &&
            selected.has(row.entry.target.id)
          }
          onFocus={setActiveKey}
          onToggle={toggle}
          onChoose={choose}
        />
      ))}
      {rows.length > SHOWN_ROWS && (
        <p className={styles.none}>
          and {rows.length - SHOWN_ROWS} more. Close some of these to see them.
        </p>
      )}
    </div>
  );
}

/** Parts of a resource are told with the whole of it. */
function problemsOf(
  { kind, origin, note }: OutlineEntry,
  problems: ReadonlyMap<string, string>,
): string {
  if (kind === null || origin === null || note === 'see above') return '';
  return problems.get(origin.resourceId) ?? '';
}

/** The lines that are shown, and what opens and closes them. */
function useOpenRows(entries: readonly OutlineEntry[]): {
  readonly rows: readonly OutlineRow[];
  readonly toggle: (key: string, isOpen: boolean) => void;
} {
  const [openness, setOpenness] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isSmall = useMemo(() => countEntries(entries) <= OPEN_AT_FIRST, [entries]);
  const rows = useMemo(() => {
    const isOpen = (key: string, level: number): boolean =>
      openness.get(key) ?? (isSmall || level <= FIRST_LEVELS);
    return visibleRows(entries, isOpen);
  }, [entries, openness, isSmall]);
  const toggle = useCallback(
    (key: string, isOpen: boolean) => setOpenness((known) => new Map(known).set(key, isOpen)),
    [],
  );
  return { rows, toggle };
}

/** Selects what an entry stands for, shows it on the canvas, and its lines in the text. */
function useChoose(): (entry: OutlineEntry) => void {
  const session = useSession();
  const view = useViewStore();
  return useCallback(
    ({ target, origin }) => {
      if (target !== null) {
        const ids = target.kind === 'node' ? { nodes: [target.id] } : { edges: [target.id] };
        select(view, ids, 'outline');
        requestReveal(view, target, 'centre');
      }
      if (origin === null) return;
      const { snapshot } = session.store.getState();
      const range = rangeOf(snapshot, origin.resourceId, origin.path);
      if (range !== undefined) requestText(view, range, false);
    },
    [session, view],
  );
}

function findLine(tree: HTMLElement | null, key: string): HTMLElement | undefined {
  const lines = tree?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [];
  return [...lines].find((line) => line.dataset.key === key);
}

function selectSelection({ selection }: ViewState): Selection {
  return selection;
}
