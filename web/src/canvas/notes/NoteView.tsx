import { LEAST_NOTE, type Note, type Rect } from '@portolan/model';
import {
  type KeyboardEvent,
  memo,
  type ReactElement,
  type PointerEvent as ReactPointerEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { CanvasHandle } from '../canvas-handle.ts';
import type { DraggedGroup } from '../gestures/drag-group.ts';
import { dragRect } from '../gestures/drag-rect.ts';
import { moveLabel, type NodeDrag, placesOf } from '../gestures/use-node-drag.ts';
import { isSelected, selectTarget } from '../gestures/use-pointer.ts';
import { NoteTools } from './NoteTools.tsx';
import styles from './NoteView.module.css';
import { placeNote, writeNote } from './note-actions.ts';

interface NoteViewProps {
  readonly handle: CanvasHandle;
  readonly note: Note;
  readonly selected: boolean;
  readonly isEdited: boolean;
  readonly startGroup: NodeDrag['startGroup'];
  readonly onEdit: (id: string | null) => void;
  readonly onStop: () => void;
}

const GRID = 24;
const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A note: read, written in place, moved, resized, coloured, copied and taken away. */
export const NoteView = memo(function NoteView(props: NoteViewProps): ReactElement {
  const { handle, note, selected, isEdited, startGroup, onEdit, onStop } = props;
  const { session } = handle;
  const [dragged, setDragged] = useState<Rect | null>(null);
  const element = useRef<HTMLElement>(null);
  const canWrite = session.readOnlyReason === null;
  const { x, y, width, height } = dragged ?? note;
  const resize = (event: ReactPointerEvent) => {
    if (!canWrite || isEdited) return;
    dragRect(handle, event, { rect: note, part: 'size', least: LEAST_NOTE }, setDragged, (rect) =>
      placeNote(session, note.id, rect),
    );
  };
  const move = (event: ReactPointerEvent) => {
    if (!canWrite || isEdited) return;
    const { nodes, notes } = handle.view.getState().selection;
    const ids = notes.includes(note.id) ? [...nodes, ...notes] : [note.id];
    startGroup(event, groupOf(handle, ids));
  };
  return (
    <article
      ref={element}
      className={`${styles.note} ${styles[note.color]} nopan nodrag`}
      data-selected={selected || undefined}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: notes are moved, copied and deleted by key
      tabIndex={0}
      aria-label={`${note.text === '' ? 'Empty note' : `Note: ${note.text}`}${selected ? '. Selected.' : ''}`}
      aria-description={
        canWrite && !isEdited ? 'Enter to write, Alt and arrows to move' : undefined
      }
      data-note={note.id}
      onPointerDown={move}
      onDoubleClick={(event) => {
        event.stopPropagation();
        if (canWrite) onEdit(note.id);
      }}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || !canWrite) return;
        if (!pressKey(event, handle, note, onEdit)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {isEdited ? (
        <NoteEditor
          note={note}
          onDone={(text, needed) => {
            onStop();
            writeNote(session, note.id, text, needed);
            element.current?.focus({ preventScroll: true });
          }}
        />
      ) : (
        <p className={styles.text}>{note.text === '' ? <em>Empty note</em> : note.text}</p>
      )}
      {canWrite && !isEdited && (
        <>
          <NoteTools handle={handle} note={note} onEdit={onEdit} />
          <ResizeCorner note={note} handle={handle} onDrag={resize} />
        </>
      )}
    </article>
  );
});

/** What a key does with a note; whether it is done. What commands do for it, they do with all that is selected. */
function pressKey(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  handle: CanvasHandle,
  note: Note,
  edit: (id: string | null) => void,
): boolean {
  const target = { kind: 'note', id: note.id } as const;
  const isCommand = ctrlKey || metaKey;
  const acts = isCommand ? COMMAND_KEYS.has(key.toLowerCase()) : ACTING_KEYS.has(key);
  if ((acts || (altKey && STEPS[key] !== undefined)) && !isSelected(handle, target)) {
    selectTarget(handle, target, false);
  }
  if (isCommand || altKey || (key !== 'Enter' && key !== 'F2')) return false;
  edit(note.id);
  return true;
}

/** With Ctrl: copy, duplicate, cut. */
const COMMAND_KEYS: ReadonlySet<string> = new Set(['c', 'd', 'x']);
const ACTING_KEYS: ReadonlySet<string> = new Set(['Delete', 'Backspace']);

function rectOf({ x, y, width, height }: Note): Rect {
  return { x, y, width, height };
}

interface ResizeCornerProps {
  readonly note: Note;
  readonly handle: CanvasHandle;
  readonly onDrag: (event: ReactPointerEvent) => void;
}

function ResizeCorner({ note, handle, onDrag }: ResizeCornerProps): ReactElement {
  return (
    <button
      type="button"
      className={styles.corner}
      aria-label="Size of the note"
      aria-description="Arrows make it larger and smaller"
      onPointerDown={(event) => {
        event.stopPropagation();
        onDrag(event);
      }}
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        placeNote(handle.session, note.id, {
          ...rectOf(note),
          width: Math.max(LEAST_NOTE.width, note.width + step[0] * GRID),
          height: Math.max(LEAST_NOTE.height, note.height + step[1] * GRID),
        });
      }}
    />
  );
}

function groupOf(handle: CanvasHandle, ids: readonly string[]): DraggedGroup {
  return { ids, label: moveLabel(handle, placesOf(handle, ids)), mayCopy: true };
}

interface NoteEditorProps {
  readonly note: Note;
  /** With the height that the note needs to show all of it. */
  readonly onDone: (text: string, height: number) => void;
}

function NoteEditor({ note, onDone }: NoteEditorProps): ReactElement {
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = () => {
    if (isDone.current || field.current === null) return;
    isDone.current = true;
    onDone(field.current.value, field.current.scrollHeight);
  };
  return (
    <textarea
      ref={field}
      className={`${styles.field} nowheel`}
      aria-label="Text of the note"
      defaultValue={note.text}
      maxLength={20_000}
      spellCheck={false}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation();
        const isEnd = event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey);
        if (isEnd) finish();
      }}
    />
  );
}
