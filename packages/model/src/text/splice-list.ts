import { joinLists } from './join-lists.ts';

/** Some items in a row that give way to others. */
export interface ListSplice<Item> {
  /** Of the first removed one, in the list before all splices. */
  readonly index: number;
  readonly count: number;
  readonly inserted: readonly Item[];
}

/** The list after the splices, which are in the list's order and do not overlap. */
export function spliceList<Item>(
  list: readonly Item[],
  splices: readonly ListSplice<Item>[],
): readonly Item[] {
  const pieces: (readonly Item[])[] = [];
  let kept = 0;
  for (const { index, count, inserted } of splices) {
    pieces.push(list.slice(kept, index), inserted);
    kept = index + count;
  }
  pieces.push(list.slice(kept));
  return joinLists(pieces)();
}
