import { rangeOf, type Snapshot } from '@portolan/model';
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useViewStore } from '../../view-state/view-context.ts';
import { requestText } from '../../view-state/view-state.ts';
import styles from './EnvoyTree.module.css';
import type { EnvoyElement } from './envoy-tree.ts';
import { isAbove, isLeaf, opensUnasked, type TreeRow, visibleRows } from './visible-rows.ts';

interface EnvoyTreeProps {
  readonly elements: readonly EnvoyElement[];
  readonly snapshot: Snapshot;
  readonly selected: string | null;
  readonly onSelect: (element: EnvoyElement) => void;
}

/** What is programmed, as a tree to walk with the arrows; choosing shows the lines that make it. */
export function EnvoyTree(props: EnvoyTreeProps): ReactElement {
  const { elements, selected } = props;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (element: EnvoyElement): boolean =>
    toggled.has(element.id) !== (opensUnasked(element) || isAbove(element.id, selected));
  const rows = visibleRows(elements, selected, isOpen);
  const tree = useRef<HTMLDivElement>(null);
  const current = rows.find(({ element }) => element.id === selected)?.element.id;
  const tabStop = current ?? rows[0]?.element.id;
  useEffect(() => {
    if (selected !== null) findRow(tree.current, selected)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const toggle = ({ id }: EnvoyElement): void => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  const choose = useChoose(props);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = rows.findIndex(({ element }) => element.id === tabStop);
    const row = rows[at];
    if (row === undefined) return;
    const goal = goalOf(event.key, rows, at, isOpen);
    if (goal === null) return;
    event.preventDefault();
    if (goal === 'toggle') toggle(row.element);
    else {
      choose(goal);
      findRow(tree.current, goal.id)?.focus();
    }
  };
  return (
    <div ref={tree} role="tree" aria-label="What istiod programs" onKeyDown={onKeyDown}>
      {rows.map((row) => (
        <RowView
          key={row.element.id}
          row={row}
          isOpen={isLeaf(row) ? null : isOpen(row.element)}
          isSelected={row.element.id === selected}
          isTabStop={row.element.id === tabStop}
          onToggle={() => toggle(row.element)}
          onChoose={() => choose(row.element)}
        />
      ))}
    </div>
  );
}

function useChoose({ snapshot, onSelect }: EnvoyTreeProps): (element: EnvoyElement) => void {
  const view = useViewStore();
  return (element) => {
    onSelect(element);
    const [origin] = element.origins;
    const range =
      origin === undefined ? undefined : rangeOf(snapshot, origin.resourceId, origin.path);
    if (range !== undefined) requestText(view, range, false);
  };
}

interface RowViewProps {
  readonly row: TreeRow;
  /** null: there is nothing in it. */
  readonly isOpen: boolean | null;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
}

function RowView(props: RowViewProps): ReactElement {
  const { row, isOpen, isSelected, isTabStop, onToggle, onChoose } = props;
  const { element, level, hidden } = row;
  return (
    <div
      role="treeitem"
      className={styles.row}
      aria-level={level}
      aria-expanded={isOpen ?? undefined}
      aria-selected={isSelected}
      data-element={element.id}
      tabIndex={isTabStop ? 0 : -1}
      style={{ paddingLeft: 8 + (level - 1) * 16 }}
      onClick={onChoose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <span
        className={styles.chevron}
        aria-hidden="true"
        data-open={isOpen ?? undefined}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {isOpen !== null && <IconChevronRight size={14} />}
      </span>
      <span className={styles.text}>
        {hidden > 0 && (
          <span className={styles.more}>… {hidden.toLocaleString('en')} more, from</span>
        )}
        <span className={styles.kind}>{element.kind}</span>
        <span className={styles.name}>{element.name}</span>
        {element.rejection !== null && (
          <span className={styles.refused} title={element.rejection}>
            <IconAlertTriangle size={13} aria-hidden />
            {element.rejection}
          </span>
        )}
        <span className={styles.detail}>{element.detail}</span>
      </span>
    </div>
  );
}

function goalOf(
  key: string,
  rows: readonly TreeRow[],
  at: number,
  isOpen: (element: EnvoyElement) => boolean,
): EnvoyElement | 'toggle' | null {
  const row = rows[at];
  if (row === undefined) return null;
  const { element } = row;
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]?.element ?? null;
    case 'ArrowUp':
      return rows[at - 1]?.element ?? null;
    case 'Home':
      return rows[0]?.element ?? null;
    case 'End':
      return rows.at(-1)?.element ?? null;
    case 'ArrowRight':
      if (isLeaf(row)) return null;
      return isOpen(element) ? (rows[at + 1]?.element ?? null) : 'toggle';
    case 'ArrowLeft':
      if (!isLeaf(row) && isOpen(element)) return 'toggle';
      return rows.slice(0, at).findLast(({ level }) => level < row.level)?.element ?? null;
    default:
      return null;
  }
}

function findRow(tree: HTMLElement | null, id: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-element="${id}"]`) ?? null;
}
