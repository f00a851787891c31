import { LEAST_NOTE, NOTE_COLORS, type Note, readSuite, suiteEntry } from '@portolan/model';
import {
  type Arrangement,
  isPlain,
  PLAIN_ARRANGEMENT,
} from '../session/arrangement/arrangement.ts';
import type { KeptRequest } from '../session/requests/kept-request.ts';
import { isPlace, readPlaces } from './read-places.ts';

/** Longer notes are no notes. */
export const LONGEST_NOTE = 20_000;

/** An arrangement as it stands in links and files; undefined where it is that of a new sketch. */
export function writeArrangement(arrangement: Arrangement | undefined): object | undefined {
  if (arrangement === undefined || isPlain(arrangement)) return undefined;
  const { isGrouped, otherPlaces, notes, requests } = arrangement;
  return {
    ...(isGrouped ? { grouped: true } : {}),
    ...listed(
      'otherPlaces',
      otherPlaces.map(([id, { x, y }]) => [id, x, y]),
    ),
    ...listed('foldedNodes', arrangement.foldedNodes),
    ...listed('foldedNamespaces', arrangement.foldedNamespaces),
    ...listed('hiddenNamespaces', arrangement.hiddenNamespaces),
    ...listed('notes', notes.map(writeNote)),
    ...listed('requests', requests.map(suiteEntry)),
  };
}

/** The arrangement, if all of it has the form that it should have, else null. */
export function readArrangement(value: unknown): Arrangement | null {
  if (value === undefined || value === null) return PLAIN_ARRANGEMENT;
  if (typeof value !== 'object' || Array.isArray(value)) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const places = fields.get('otherPlaces');
  const otherPlaces = readPlaces(Array.isArray(places) ? places.flat() : places);
  const foldedNodes = readNames(fields.get('foldedNodes'));
  const foldedNamespaces = readNames(fields.get('foldedNamespaces'));
  const hiddenNamespaces = readNames(fields.get('hiddenNamespaces'));
  const notes = readNotes(fields.get('notes'));
  const requests = readRequests(fields.get('requests'));
  const isGrouped = fields.get('grouped') ?? false;
  if (typeof isGrouped !== 'boolean' || otherPlaces === null) return null;
  if (notes === null || requests === null) return null;
  if (foldedNodes === null || foldedNamespaces === null || hiddenNamespaces === null) return null;
  const folded = { foldedNodes, foldedNamespaces };
  return { isGrouped, otherPlaces, ...folded, hiddenNamespaces, notes, requests };
}

function listed(name: string, list: readonly unknown[]): object {
  return list.length === 0 ? {} : { [name]: list };
}

function readNames(value: unknown): readonly string[] | null {
  if (value === undefined) return [];
  const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
  return isList ? value : null;
}

function readNotes(value: unknown): readonly Note[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return null;
  const notes = value.map((item: unknown, index) => readNote(item, `note-${index + 1}`));
  return notes.every((note) => note !== null) ? notes : null;
}

/** They are written as the file of `portolan trace --suite`. */
function readRequests(value: unknown): readonly KeptRequest[] | null {
  const read = readSuite(value ?? []);
  if (!read.ok) return null;
  return read.requests.map((saved, index) => ({ id: `request-${index + 1}`, ...saved }));
}

/** A note as it stands in links, files and the clipboard. */
export function writeNote({ id: _, ...note }: Note): Omit<Note, 'id'> {
  return note;
}

/** A note, if all of it has the form that it should have, else null. */
export function readNote(value: unknown, id: string): Note | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [x, y, text] = [fields.get('x'), fields.get('y'), fields.get('text')];
  const [width, height] = [fields.get('width'), fields.get('height')];
  if (!isPlace(x) || !isPlace(y) || !isPlace(width) || !isPlace(height)) return null;
  if (typeof text !== 'string' || text.length > LONGEST_NOTE) return null;
  // A colour of a later version is no reason to lose the words.
  const color = NOTE_COLORS.find((known) => known === fields.get('color')) ?? NOTE_COLORS[0];
  return {
    id,
    x,
    y,
    width: Math.max(LEAST_NOTE.width, width),
    height: Math.max(LEAST_NOTE.height, height),
    text,
    color,
  };
}
