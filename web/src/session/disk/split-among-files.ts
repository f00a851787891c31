import { buildSnapshot } from '@portolan/model';
import type { DiskText } from './disk-files.ts';
import { joinDocuments } from './join-documents.ts';

/** A document that came from none of the files. */
export interface NewDocument {
  /** The how many-eth document of the text it is. */
  readonly index: number;
  readonly text: string;
  /** Such as `Service cart`; null where it is no resource. */
  readonly kind: string | null;
  readonly name: string | null;
}

/** What each file is to say. */
export interface FileSplit {
  /** In the order of the files that were given, then those that `places` names beside them. */
  readonly files: readonly DiskText[];
  /** What belongs to no file yet, and is in none of `files`. */
  readonly strays: readonly NewDocument[];
}

/**
 * Gives each document of `text` back to the file that it came from. `before` are the files as they
 * were when their joined texts were the sketch; `places` says for new documents, by their index,
 * which file is to have them. Files of which no document changed come out byte for byte.
 */
export function splitAmongFiles(
  before: readonly DiskText[],
  text: string,
  places: ReadonlyMap<number, string> = new Map(),
): FileSplit {
  const [only] = before;
  if (only !== undefined && before.length === 1 && places.size === 0) {
    return { files: [{ path: only.path, text }], strays: [] };
  }
  const old = before.flatMap((file, index) => documentsOf(file, index));
  const now = readDocuments(text);
  const owners = findOwners(old, now);
  const pathOf = (index: number) => places.get(index) ?? before[owners[index] ?? -1]?.path;
  const paths = [...new Set([...before.map(({ path }) => path), ...places.values()])];
  const files = paths.map((path) => {
    const pieces = now.filter((_, index) => pathOf(index) === path);
    const file = before.findIndex((one) => one.path === path);
    const known = before[file];
    const isSame = isSameList(
      pieces,
      old.filter((piece) => piece.file === file),
    );
    return known !== undefined && isSame
      ? toText(known)
      : { path, text: formatFile(pieces, known) };
  });
  const strays = now.flatMap(({ text: piece, id }, index) => {
    if (pathOf(index) !== undefined || bareText(piece).trim() === '') return [];
    const [kind = null, , name = null] = id?.split('/') ?? [];
    return [{ index, text: piece, kind, name }];
  });
  return { files, strays };
}

interface Piece {
  readonly text: string;
  /** Of its first resource. */
  readonly id: string | null;
}

interface OldPiece extends Piece {
  readonly file: number;
}

function documentsOf({ text }: DiskText, file: number): readonly OldPiece[] {
  return readDocuments(withoutMark(text)).map((piece) => ({ ...piece, file }));
}

/** Comments in front of a first `---` are a piece of their own: they may be all of another file. */
function readDocuments(text: string): readonly Piece[] {
  const { documents, resources } = buildSnapshot(text);
  const ids = new Map(resources.toReversed().map(({ document, id }) => [document, id]));
  return documents.flatMap((document) => {
    const id = ids.get(document) ?? null;
    const marker = document.text.search(/(?<=[\r\n])\uFEFF?---(?=[ \t\r\n]|$)/);
    if (marker <= 0) return [{ text: document.text, id }];
    return [
      { text: document.text.slice(0, marker), id: null },
      { text: document.text.slice(marker), id },
    ];
  });
}

/** For each document of now the file of the one that it was; undefined: it is new. */
function findOwners(
  old: readonly OldPiece[],
  now: readonly Piece[],
): readonly (number | undefined)[] {
  const owners: (number | undefined)[] = now.map(() => undefined);
  const taken = new Set<OldPiece>();
  const claim = (keyOf: (piece: Piece) => string | null): void => {
    const free = new Map<string, OldPiece[]>();
    for (const piece of old) {
      const key = keyOf(piece);
      if (taken.has(piece) || key === null) continue;
      free.set(key, [...(free.get(key) ?? []), piece]);
    }
    for (const [index, piece] of now.entries()) {
      const key = keyOf(piece);
      if (owners[index] !== undefined || key === null) continue;
      const found = free.get(key)?.shift();
      if (found === undefined) continue;
      taken.add(found);
      owners[index] = found.file;
    }
  };
  claim(({ text }) => bareText(text));
  claim(({ id }) => id);
  claimPlaces(old, now, owners, taken);
  // What is no resource, such as a comment, belongs to what it stands beside.
  for (const [index, { id, text }] of now.entries()) {
    if (id !== null || owners[index] !== undefined) continue;
    const [first, second] = startsDocument(text) ? [index - 1, index + 1] : [index + 1, index - 1];
    owners[index] = owners[first] ?? owners[second];
  }
  return owners;
}

/** What was renamed or broken stands where it stood; what has nothing of its kind left is new. */
function claimPlaces(
  old: readonly OldPiece[],
  now: readonly Piece[],
  owners: (number | undefined)[],
  taken: ReadonlySet<OldPiece>,
): void {
  const gone = old.filter((piece) => !taken.has(piece) && bareText(piece.text).trim() !== '');
  const isSameNumber = now.length === old.length;
  for (const [index, piece] of now.entries()) {
    if (owners[index] !== undefined) continue;
    const same = isSameNumber ? old[index] : gone.find(({ id }) => kindOf(id) === kindOf(piece.id));
    const at = same === undefined ? -1 : gone.indexOf(same);
    if (at < 0) continue;
    owners[index] = same?.file;
    gone.splice(at, 1);
  }
}

function startsDocument(text: string): boolean {
  return /^\uFEFF?---(?=[ \t\r\n]|$)/.test(text);
}

function toText({ path, text }: DiskText): DiskText {
  return { path, text };
}

function isSameList(now: readonly Piece[], old: readonly Piece[]): boolean {
  const said = (pieces: readonly Piece[]) =>
    pieces.map(({ text }) => bareText(text)).filter((text) => text.trim() !== '');
  return said(now).join('\0') === said(old).join('\0');
}

function kindOf(id: string | null): string | null {
  return id?.split('/')[0] ?? null;
}

/** A document without what joining puts around it. */
function bareText(text: string): string {
  return withoutMark(text)
    .replace(/^---\r?\n/, '')
    .replace(/\r?\n$/, '');
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** The documents as the file writes them: with its mark, its first marker and its last line break, or without. */
function formatFile(pieces: readonly Piece[], known: DiskText | undefined): string {
  const joined = withoutMark(joinDocuments(pieces.map(({ text }) => withoutMark(text))));
  const before = withoutMark(known?.text ?? '');
  const mark = known !== undefined && before !== known.text ? '\uFEFF' : '';
  const beginsWithMarker = /^(?:---(?=[ \t\r\n]|$)|%)/.test(before);
  const body = beginsWithMarker ? joined : joined.replace(/^---\r?\n/, '');
  const endsLine = known === undefined || before === '' || /[\r\n]$/.test(before);
  return `${mark}${endsLine ? body : body.replace(/\r?\n$/, '')}`;
}
