import type { OutlineEntry } from './read-outline.ts';
import type { OutlineRow } from './visible-rows.ts';

/** What a key in the outline comes to. */
export type OutlineKeyAction =
  | { readonly kind: 'focus'; readonly key: string }
  | { readonly kind: 'toggle'; readonly key: string; readonly isOpen: boolean }
  | { readonly kind: 'choose'; readonly entry: OutlineEntry }
  /** The key is one of a tree's, and there is nothing to do. */
  | { readonly kind: 'nothing' };

/** What a key means on a line of the outline, as the ARIA Authoring Practices have it; null: not its business. */
export function outlineKeyAction(
  key: string,
  rows: readonly OutlineRow[],
  active: OutlineRow,
): OutlineKeyAction | null {
  const index = rows.indexOf(active);
  const { entry, isOpen, parent } = active;
  switch (key) {
    case 'ArrowDown':
      return focusOn(rows[index + 1]);
    case 'ArrowUp':
      return focusOn(rows[index - 1]);
    case 'Home':
      return focusOn(rows[0]);
    case 'End':
      return focusOn(rows.at(-1));
    case 'ArrowRight':
      if (isOpen) return focusOn(rows[index + 1]);
      return entry.children.length > 0
        ? { kind: 'toggle', key: entry.key, isOpen: true }
        : { kind: 'nothing' };
    case 'ArrowLeft':
      return isOpen
        ? { kind: 'toggle', key: entry.key, isOpen: false }
        : focusOn(rows.find((row) => row.entry.key === parent));
    case 'Enter':
    case ' ':
      return { kind: 'choose', entry };
    default:
      return null;
  }
}

function focusOn(row: OutlineRow | undefined): OutlineKeyAction {
  return row === undefined ? { kind: 'nothing' } : { kind: 'focus', key: row.entry.key };
}
