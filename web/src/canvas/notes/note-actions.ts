import { NOTE_COLORS, type Note, type NoteColor, type Point, type Rect } from '@portolan/model';
import type { Session } from '../../session/session.ts';

/** How large a new note is. */
export const NEW_NOTE = { width: 200, height: 112 } as const;

/** Puts an empty note with its middle at a point; gives its id, or null where nothing can be changed. */
export function addNote(session: Session, { x, y }: Point): string | null {
  if (session.readOnlyReason !== null) return null;
  const note: Note = {
    id: crypto.randomUUID(),
    x: Math.round(x - NEW_NOTE.width / 2),
    y: Math.round(y - NEW_NOTE.height / 2),
    ...NEW_NOTE,
    text: '',
    color: NOTE_COLORS[0],
  };
  session.arrange({ notes: [...notesOf(session), note] }, 'Add a note');
  return note.id;
}

/** Gives a note other words; it grows where they need more room. */
export function writeNote(session: Session, id: string, text: string, height: number): void {
  change(session, id, 'Write a note', (note) =>
    note.text === text ? note : { ...note, text, height: Math.max(note.height, height) },
  );
}

/** Moves or resizes a note. */
export function placeNote(session: Session, id: string, rect: Rect): void {
  change(session, id, 'Move a note', (note) =>
    isSameRect(note, rect) ? note : { ...note, ...rect },
  );
}

/** Gives a note another colour. */
export function colorNote(session: Session, id: string, color: NoteColor): void {
  change(session, id, `Make a note ${color}`, (note) =>
    note.color === color ? note : { ...note, color },
  );
}

function change(session: Session, id: string, label: string, changed: (note: Note) => Note): void {
  const before = notesOf(session);
  const notes = before.map((note) => (note.id === id ? changed(note) : note));
  if (notes.some((note, index) => note !== before[index])) session.arrange({ notes }, label);
}

function notesOf(session: Session): readonly Note[] {
  return session.store.getState().arrangement.notes;
}

function isSameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
