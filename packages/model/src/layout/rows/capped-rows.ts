import type { MoreRow, NodeRow } from './node-row.ts';
import { ROW_METRICS } from './row-metrics.ts';

/** How many entries of each list a node shows before "+ 12 more". */
export const ROW_CAPS = {
  ports: 8,
  subsets: 6,
  servers: 8,
  hosts: 4,
  routes: 12,
  destinations: 6,
  matches: 4,
} as const;

/** How many of `count` entries are shown; never all but one, for a "+ 1 more" takes the same room. */
export function shownCount(count: number, cap: number): number {
  return count <= cap + 1 ? count : cap;
}

/** The rows of the first entries, and one that stands for the rest. */
export function cappedRows<Entry>(
  entries: readonly Entry[],
  cap: number,
  rowsOf: (entry: Entry) => readonly NodeRow[],
  more: {
    readonly id: string;
    readonly what: string;
    readonly like: Pick<MoreRow, 'takesLines' | 'givesLines'>;
  },
): readonly NodeRow[] {
  const shown = shownCount(entries.length, cap);
  const rows = entries.slice(0, shown).flatMap(rowsOf);
  const count = entries.length - shown;
  if (count === 0) return rows;
  const row: MoreRow = {
    kind: 'more',
    id: more.id,
    height: ROW_METRICS.rowHeight,
    takesLines: more.like.takesLines,
    givesLines: more.like.givesLines,
    count,
    label: `+ ${count} more ${more.what}`,
  };
  return [...rows, row];
}
