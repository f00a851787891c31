import { IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { KindIcon } from '../ui/KindIcon.tsx';
import { findKindLook } from '../ui/kind-look.ts';
import styles from './OutlinePane.module.css';
import type { OutlineEntry } from './read-outline.ts';
import type { OutlineRow } from './visible-rows.ts';

interface OutlineLineProps {
  readonly row: OutlineRow;
  /** Such as "2 errors"; empty where nothing is wrong. */
  readonly problems: string;
  /** It is the one that Tab comes to. */
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onFocus: (key: string) => void;
  readonly onToggle: (key: string, isOpen: boolean) => void;
  readonly onChoose: (entry: OutlineEntry) => void;
}

/** One line of the outline. */
export function OutlineLine(props: OutlineLineProps): ReactElement {
  const { row, problems, isActive, isSelected, onFocus, onToggle, onChoose } = props;
  const { entry, level, isOpen, place, siblings } = row;
  const { key, kind, label, note, children } = entry;
  const hasChildren = children.length > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of all its lines
    <div
      role="treeitem"
      aria-level={level}
      aria-setsize={siblings}
      aria-posinset={place}
      aria-expanded={hasChildren ? isOpen : undefined}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      data-key={key}
      className={styles.entry}
      style={{ paddingLeft: `calc(var(--s-3) + ${(level - 1) * 18}px)` }}
      onFocus={() => onFocus(key)}
      onClick={() =>
        entry.target === null && entry.origin === null ? onToggle(key, !isOpen) : onChoose(entry)
      }
    >
      <span
        className={styles.toggle}
        data-open={isOpen || undefined}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle(key, !isOpen);
        }}
      >
        {hasChildren && <IconChevronRight size={14} />}
      </span>
      {kind !== null && (
        <span className={styles.icon} style={{ color: findKindLook(kind).color }}>
          <KindIcon kind={kind} size={15} />
        </span>
      )}
      <span className={level === 1 ? styles.title : styles.label}>{label}</span>
      {note !== '' && <span className={styles.note}>{note}</span>}
      {problems !== '' && (
        <span
          className={styles.problems}
          data-class={problems.includes('error') ? 'error' : 'warning'}
        >
          {problems}
        </span>
      )}
    </div>
  );
}
