import { COLUMNS, columnWidth } from './layout-graph.ts';

/** Between columns: room for the lines and their labels, in pixels at 100 % zoom. */
export const COLUMN_GAP = 68;

/** The left side of each of COLUMNS; that of the delegates takes room only where there are any. */
export function columnPositions(hasDelegates: boolean): readonly number[] {
  let x = 0;
  return COLUMNS.map((name, column) => {
    const left = x;
    if (name !== 'delegate' || hasDelegates) x += columnWidth(column) + COLUMN_GAP;
    return left;
  });
}
