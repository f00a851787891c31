import type { WritingStyle } from '../../edits/fields/writing-style.ts';
import { lineStart } from '../../text/line-index.ts';
import type { TextRange } from '../../text/text-range.ts';
import type { CursorContext } from '../cursor-context.ts';
import { columnOf } from '../reader/reading.ts';
import { readStops } from './stops.ts';
import type { Suggestion } from './suggestion.ts';

/** Where lines are written: what they replace, what comes before them, and the column of each but the first. */
export interface Placement {
  /** In the document. */
  readonly range: TextRange;
  readonly lead: string;
  readonly column: number;
}

/** In place of what the cursor is in. */
export function placeToken({ place, document }: CursorContext): Placement {
  const { token, needsSpace, column } = place;
  const start = lineStart(document.text, token.start);
  const isAlone = document.text.slice(start, token.start).trim() === '';
  if (isAlone && place.opensLine && !place.flow && column !== columnOf(document.text, token.start))
    return { range: { start, end: token.end }, lead: ' '.repeat(column), column };
  return { range: token, lead: needsSpace ? ' ' : '', column: column + (needsSpace ? 1 : 0) };
}

/** For keys: where the cursor is, or on a line of their own below the key that they belong to. */
export function placeKeys(context: CursorContext, style: WritingStyle): Placement {
  const { place } = context;
  return place.opensLine || place.flow
    ? placeToken(context)
    : placeBelow(context, Math.max(place.parentColumn, 0) + style.indent);
}

/** For items of a list: on a line of their own, with dashes in the column of the document's style. */
export function placeItems(context: CursorContext, style: WritingStyle): Placement {
  const { place, document } = context;
  const column = Math.max(place.parentColumn, 0) + (style.sequencesAtKey ? 0 : style.indent);
  if (!place.opensLine) return placeBelow(context, column);
  const { token } = place;
  const start = lineStart(document.text, token.start);
  const isAlone = document.text.slice(start, token.start).trim() === '';
  if (!isAlone) return placeToken(context);
  return { range: { start, end: token.end }, lead: ' '.repeat(column), column };
}

function placeBelow({ place, document }: CursorContext, column: number): Placement {
  let { start } = place.token;
  while (start > 0 && /[ \t]/.test(document.text.charAt(start - 1))) start--;
  return { range: { start, end: place.token.end }, lead: `\n${' '.repeat(column)}`, column };
}

/** A suggestion that writes lines there. */
export function suggestLines(
  { start }: CursorContext,
  { range, lead, column }: Placement,
  lines: readonly string[],
  rest: Pick<Suggestion, 'label' | 'kind' | 'detail' | 'documentation'> & Partial<Suggestion>,
): Suggestion {
  const text = lead + lines.join(`\n${' '.repeat(column)}`);
  return {
    filter: rest.label,
    also: [],
    isDeprecated: false,
    goesOn: false,
    ...rest,
    range: { start: start + range.start, end: start + range.end },
    insert: readStops(text),
  };
}
