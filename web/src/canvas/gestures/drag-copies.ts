import type { Note, Rect } from '@portolan/model';
import { duplicateResources } from '../../commands/edit-commands.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { Dragged } from './use-node-drag.ts';

/** Where copies of what is dragged would come to stand: of nodes that the text holds, and of notes. */
export function copiedRects(handle: CanvasHandle, moved: Dragged): readonly Rect[] {
  return [...copiedNodes(handle, moved), ...copiedNotes(handle, moved)];
}

/** Puts copies of what was dragged where it was let go, as one step. Gives whether there is any. */
export function putCopies(handle: CanvasHandle, moved: Dragged): boolean {
  const nodes = copiedNodes(handle, moved);
  const notes = copiedNotes(handle, moved);
  const ids = nodes.map(({ resource }) => resource);
  duplicateResources(handle, ids, nodes, notes);
  return nodes.length + notes.length > 0;
}

function copiedNodes(
  { scene }: CanvasHandle,
  moved: Dragged,
): readonly (Rect & { readonly resource: string })[] {
  const { nodeById } = scene.current;
  return [...moved].flatMap(([id, place]) => {
    const { node, width, height } = nodeById.get(id) ?? {};
    const resource = node?.resourceId ?? null;
    if (resource === null || width === undefined || height === undefined) return [];
    return [{ ...place, width, height, resource }];
  });
}

function copiedNotes({ session }: CanvasHandle, moved: Dragged): readonly Note[] {
  return session.store.getState().arrangement.notes.flatMap((note) => {
    const place = moved.get(note.id);
    return place === undefined ? [] : [{ ...note, ...place }];
  });
}
