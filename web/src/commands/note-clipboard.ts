import type { Note } from '@portolan/model';
import { readNote, writeNote } from '../sharing/shared-arrangement.ts';

/** What begins the lines of the clipboard that hold notes: a comment, so that all of it stays YAML. */
const MARK = '# portolan note ';

/** Notes as comments, a line each; empty for none. */
export function writeNoteLines(notes: readonly Note[]): string {
  return notes.map((note) => `${MARK}${JSON.stringify(writeNote(note))}\n`).join('');
}

/** The notes in a text, each as a new one, and the text without them. What cannot be read stays text. */
export function readNoteLines(text: string): {
  readonly text: string;
  readonly notes: readonly Note[];
} {
  if (!text.includes(MARK)) return { text, notes: [] };
  const notes: Note[] = [];
  const kept = text.split(/(?<=\n)/).filter((line) => {
    const note = line.startsWith(MARK) ? parseNote(line.slice(MARK.length)) : null;
    if (note !== null) notes.push(note);
    return note === null;
  });
  return { text: kept.join(''), notes };
}

function parseNote(json: string): Note | null {
  try {
    return readNote(JSON.parse(json), crypto.randomUUID());
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
