import type { Note } from '@portolan/model';
import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { useViewState } from '../../view-state/view-context.ts';
import type { ViewState } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { NodeDrag } from '../gestures/use-node-drag.ts';
import { selectTarget } from '../gestures/use-pointer.ts';
import styles from './NoteView.module.css';
import { NoteView } from './NoteView.tsx';
import { addNote } from './note-actions.ts';
import { freePlace } from './note-place.ts';

interface NotesLayerProps {
  readonly handle: CanvasHandle;
  readonly notes: readonly Note[];
  readonly startGroup: NodeDrag['startGroup'];
}

const selectSelected = ({ selection }: ViewState) => selection.notes;
const selectRequest = (state: ViewState) => state.noteRequest;

/** The notes on the map, and the one that is being written. */
export const NotesLayer = memo(function NotesLayer(props: NotesLayerProps): ReactElement | null {
  const { handle, notes, startGroup } = props;
  const selected = useViewState(selectSelected);
  const [edited, setEdited] = useState<string | null>(null);
  const stopEditing = useCallback(() => setEdited(null), []);
  useNoteRequests(handle, setEdited);
  if (notes.length === 0) return null;
  return (
    <ViewportPortal>
      <div className={styles.layer}>
        {notes.map((note) => (
          <NoteView
            key={note.id}
            handle={handle}
            note={note}
            selected={selected.includes(note.id)}
            isEdited={note.id === edited}
            startGroup={startGroup}
            onEdit={setEdited}
            onStop={stopEditing}
          />
        ))}
      </div>
    </ViewportPortal>
  );
});

/** Adds a note where one is asked for: at a place of the map, or in view where nothing is. */
function useNoteRequests(handle: CanvasHandle, edit: (id: string | null) => void): void {
  const request = useViewState(selectRequest);
  const answered = useRef(request?.count ?? 0);
  useEffect(() => {
    if (request === null || request.count === answered.current) return;
    answered.current = request.count;
    const id = addNote(handle.session, request.place ?? freePlace(handle));
    if (id !== null) selectTarget(handle, { kind: 'note', id }, false);
    edit(id);
  }, [request, handle, edit]);
}
