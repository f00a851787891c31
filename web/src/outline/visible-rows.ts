import type { OutlineEntry } from './read-outline.ts';

/** A line of the outline that is shown. */
export interface OutlineRow {
  readonly entry: OutlineEntry;
  /** 1 for the groups. */
  readonly level: number;
  readonly isOpen: boolean;
  /** Its place among its siblings, from 1, and how many these are. */
  readonly place: number;
  readonly siblings: number;
  /** Key of the line above it in the tree; null for the groups. */
  readonly parent: string | null;
}

/** The lines whose ancestors are all open, in order. */
export function visibleRows(
  entries: readonly OutlineEntry[],
  isOpen: (key: string, level: number) => boolean,
): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (children: readonly OutlineEntry[], level: number, parent: string | null): void => {
    children.forEach((entry, index) => {
      const open = entry.children.length > 0 && isOpen(entry.key, level);
      const siblings = children.length;
      rows.push({ entry, level, isOpen: open, place: index + 1, siblings, parent });
      if (open) add(entry.children, level + 1, entry.key);
    });
  };
  add(entries, 1, null);
  return rows;
}

/** How many lines there are when all are open. */
export function countEntries(entries: readonly OutlineEntry[]): number {
  return entries.reduce((sum, { children }) => sum + 1 + countEntries(children), 0);
}
