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
import { select } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { dragRect } from '../gestures/drag-rect.ts';
import { NoteTools } from './NoteTools.tsx';
import styles from './NoteView.module.css';
import { deleteNote, duplicateNote, placeNote, writeNote } from './note-actions.ts';

interface NoteViewProps {
  readonly handle: CanvasHandle;
  readonly note: Note;
  readonly isEdited: boolean;
  readonly onEdit: (id: string | null) => void;
  readonly onStop: () => void;
}

const GRID = 24;
const LONG_STEP = 5;
const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** A note: read, written in place, moved, resized, coloured, copied and taken away. */
export const NoteView = memo(function NoteView(props: NoteViewProps): ReactElement {
  const { handle, note, isEdited, onEdit, onStop } = props;
  const { session } = handle;
  const [dragged, setDragged] = useState<Rect | null>(null);
  const element = useRef<HTMLElement>(null);
  const canWrite = session.readOnlyReason === null;
  const { x, y, width, height } = dragged ?? note;
  const drag = (event: ReactPointerEvent, part: 'place' | 'size') => {
    if (!canWrite || isEdited) return;
    dragRect(handle, event, { rect: note, part, least: LEAST_NOTE }, setDragged, (rect) =>
      placeNote(session, note.id, rect),
    );
  };
  return (
    <article
      ref={element}
      className={`${styles.note} ${styles[note.color]} nopan nodrag`}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: notes are moved, copied and deleted by key
      tabIndex={0}
      aria-label={note.text === '' ? 'Empty note' : `Note: ${note.text}`}
      aria-description={
        canWrite && !isEdited ? 'Enter to write, Alt and arrows to move' : undefined
      }
      data-note={note.id}
      onPointerDown={(event) => drag(event, 'place')}
      onFocus={() => select(handle.view, {}, 'canvas')}
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
          <ResizeCorner note={note} handle={handle} onDrag={drag} />
        </>
      )}
    </article>
  );
});

/** What a key does with a note; whether it means something. */
function pressKey(
  event: KeyboardEvent,
  { session }: CanvasHandle,
  note: Note,
  edit: (id: string | null) => void,
): boolean {
  const command = event.ctrlKey || event.metaKey;
  const step = STEPS[event.key];
  if (step !== undefined && event.altKey && !command) {
    placeNote(session, note.id, { ...rectOf(note), ...moved(note, step, event.shiftKey) });
    return true;
  }
  if (command && event.key.toLowerCase() === 'd') {
    duplicateNote(session, note.id);
    return true;
  }
  if (command || event.altKey) return false;
  switch (event.key) {
    case 'Enter':
    case 'F2':
      edit(note.id);
      return true;
    case 'Delete':
    case 'Backspace':
      deleteNote(session, note.id);
      return true;
    default:
      return false;
  }
}

function moved({ x, y }: Note, [dx, dy]: readonly [number, number], isLong: boolean) {
  const distance = GRID * (isLong ? LONG_STEP : 1);
  return { x: x + dx * distance, y: y + dy * distance };
}

function rectOf({ x, y, width, height }: Note): Rect {
  return { x, y, width, height };
}

interface ResizeCornerProps {
  readonly note: Note;
  readonly handle: CanvasHandle;
  readonly onDrag: (event: ReactPointerEvent, part: 'size') => void;
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
        onDrag(event, 'size');
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
