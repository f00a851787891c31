import type { NodeId, Note, Point } from '@portolan/model';
import type { KeptRequest } from '../requests/kept-request.ts';

/** What lies beside the text and the places of nodes, and how the map shows them. Plain data. */
export interface Arrangement {
  /** Nodes of a namespace stand together, in a frame. */
  readonly isGrouped: boolean;
  /** Where nodes stand in the other of the two ways, grouped or not, once that was seen. */
  readonly otherPlaces: readonly (readonly [NodeId, Point])[];
  /** Nodes that show their header alone. */
  readonly foldedNodes: readonly NodeId[];
  /** Namespaces that are a box each; counts only while the map is grouped. */
  readonly foldedNamespaces: readonly string[];
  /** Namespaces that are not shown. */
  readonly hiddenNamespaces: readonly string[];
  readonly notes: readonly Note[];
  /** The saved requests, in their order. */
  readonly requests: readonly KeptRequest[];
}

/** How a new sketch is arranged. */
export const PLAIN_ARRANGEMENT: Arrangement = {
  isGrouped: false,
  otherPlaces: [],
  foldedNodes: [],
  foldedNamespaces: [],
  hiddenNamespaces: [],
  notes: [],
  requests: [],
};

/** Whether anything is other than in a new sketch. */
export function isPlain(arrangement: Arrangement): boolean {
  return !arrangement.isGrouped && Object.values(arrangement).every((part) => isEmpty(part));
}

function isEmpty(part: boolean | readonly unknown[]): boolean {
  return typeof part === 'boolean' || part.length === 0;
}

/** The same for nodes that have another id now; the old ones stay, for undo to come back to. */
export function followNames(
  arrangement: Arrangement,
  renamed: readonly { readonly from: NodeId; readonly to: NodeId }[],
): Arrangement {
  if (renamed.length === 0) return arrangement;
  const { otherPlaces, foldedNodes } = arrangement;
  const newIds = new Map(renamed.map(({ from, to }) => [from, to]));
  const moved = otherPlaces.flatMap(([id, place]) => {
    const to = newIds.get(id);
    return to === undefined ? [] : [[to, place] as const];
  });
  const folded = foldedNodes.flatMap((id) => newIds.get(id) ?? []);
  if (moved.length + folded.length === 0) return arrangement;
  return {
    ...arrangement,
    otherPlaces: [...new Map([...otherPlaces, ...moved])],
    foldedNodes: [...new Set([...foldedNodes, ...folded])],
  };
}

/** The same notes, those that are named at their new places. */
export function placeNotes(
  notes: readonly Note[],
  places: ReadonlyMap<string, Point>,
): readonly Note[] {
  return notes.map((note) => {
    const place = places.get(note.id);
    const isSame = place === undefined || (place.x === note.x && place.y === note.y);
    return isSame ? note : { ...note, ...place };
  });
}
