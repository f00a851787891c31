import { diffText } from '../text/text-diff.ts';
import type { Sketch, SketchContent } from './sketch.ts';

/** What a sketch said at an earlier time. Plain data. */
export interface Revision {
  /** The id of its sketch. */
  readonly sketch: string;
  /** When the sketch said this last, in milliseconds since 1970; no two of a sketch are equal. */
  readonly at: number;
  readonly content: SketchContent;
}

/** So many revisions of a sketch are kept. */
export const KEPT_REVISIONS = 50;

/** While somebody works on, one revision is kept for each span of this length. */
const SPAN_MILLISECONDS = 120_000;

/**
 * Whether what `before` said may be worth a revision before `after` is written over it: the newest
 * revision, of that time, is a while old, or more than half of the text goes.
 */
export function isRevisionDue(before: Sketch, after: Sketch, newest: number | undefined): boolean {
  const [edit] = diffText(before.text, after.text);
  if (edit === undefined || before.text === '') return false;
  const isDue = newest === undefined || before.updated - newest >= SPAN_MILLISECONDS;
  const lost = edit.range.end - edit.range.start;
  return isDue || lost * 2 > before.text.length;
}

/** What `before` said as a revision, where that is due and the newest one does not say it. Else null. */
export function revisionOf(
  before: Sketch,
  after: Sketch,
  newest: Revision | undefined,
): Revision | null {
  const isKnown = before.text === newest?.content.text;
  return !isKnown && isRevisionDue(before, after, newest?.at) ? toRevision(before, newest) : null;
}

/** All that a sketch says as a revision, where the newest one does not say the same. Else null. */
export function wholeRevisionOf(sketch: Sketch, newest: Revision | undefined): Revision | null {
  const revision = toRevision(sketch, newest);
  const isKnown = newest !== undefined && saidBy(newest.content) === saidBy(revision.content);
  return isKnown ? null : revision;
}

function toRevision(sketch: Sketch, newest: Revision | undefined): Revision {
  const { id, name, text, positions, viewport, assumptions, arrangement, updated } = sketch;
  // Two tabs with different clocks must not write over each other's.
  const at = Math.max(updated, (newest?.at ?? 0) + 1);
  return { sketch: id, at, content: { name, text, positions, viewport, assumptions, arrangement } };
}

/** All but where it was looked at. */
function saidBy({ name, text, positions, assumptions, arrangement }: SketchContent): string {
  return JSON.stringify([name, text, positions, assumptions, arrangement]);
}
