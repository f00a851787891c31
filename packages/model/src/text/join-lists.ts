/** A list that is in pieces, put together when somebody first asks for it. */
export type JoinedList<Item> = () => readonly Item[];

/** The items of all pieces in a row. */
export function joinLists<Item>(pieces: readonly (readonly Item[])[]): JoinedList<Item> {
  let joined: Item[] | null = null;
  return () => {
    if (joined === null) {
      joined = [];
      for (const piece of pieces) for (const item of piece) joined.push(item);
    }
    return joined;
  };
}
