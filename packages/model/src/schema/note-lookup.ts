import type { FieldNote, KindNotes } from './field-note.ts';
import { ALL_NOTES } from './notes/all-notes.ts';
import { EVERY_KIND_COMMON, EVERY_KIND_NOTES } from './notes/every-kind.ts';

/** What is noted about the fields of one kind. */
export interface NoteLookup {
  /** Everything that is noted about a path; of several notes the one on the longest part counts most. */
  readonly noteOf: (path: string) => FieldNote;
  /** The place of a common field among the common ones; null for every other field. */
  readonly rankOf: (path: string) => number | null;
}

const ANYWHERE = '**.';

function isMeant(path: string, noted: string): boolean {
  return noted.startsWith(ANYWHERE) ? path.endsWith(noted.slice(2)) : path === noted;
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Finds what is noted for a path, the longest part last, without looking at what ends otherwise. */
function indexByEnd<Value>(entries: readonly (readonly [string, Value])[]) {
  const byEnd = new Map<string, (readonly [string, Value])[]>();
  for (const entry of entries.toSorted(([left], [right]) => left.length - right.length)) {
    const end = lastStep(entry[0]);
    byEnd.set(end, [...(byEnd.get(end) ?? []), entry]);
  }
  return (path: string): readonly Value[] =>
    (byEnd.get(lastStep(path)) ?? [])
      .filter(([noted]) => isMeant(path, noted))
      .map(([, value]) => value);
}

/** The notes on a kind; those on every kind where nothing is noted on this one. */
export function findNotes(group: string, kind: string): NoteLookup {
  const own: KindNotes | undefined = ALL_NOTES.find(
    (one) => one.group === group && one.kind === kind,
  );
  const notesOf = indexByEnd([
    ...Object.entries(EVERY_KIND_NOTES),
    ...Object.entries(own?.notes ?? {}),
  ]);
  const common = [...EVERY_KIND_COMMON, ...(own?.common ?? [])];
  const ranksOf = indexByEnd(common.map((path, index) => [path, index]));
  return {
    noteOf: (path) => Object.assign({}, ...notesOf(path)),
    rankOf: (path) => ranksOf(path).at(-1) ?? null,
  };
}
