import { EVENT_ID, type Event, parseEvents, YAMLException } from 'js-yaml';
import { lineEnd } from '../text/line-index.ts';

/** What the parser makes of one document; the offsets of events are those of the document's text. */
export interface EventsOrFailure {
  readonly events: readonly Event[];
  readonly failure: ParseFailure | null;
}

/** The first thing that the parser could not make sense of. */
export interface ParseFailure {
  /** In js-yaml's words. */
  readonly reason: string;
  readonly offset: number;
}

/** Collections deeper than this are refused: no manifest has them, and every walk of a value may recurse. */
export const MAX_DEPTH = 200;

/**
 * Parses one document. Takes what kubectl takes and YAML 1.2 does not: a bracket, a flow entry or a
 * line of a quoted text that is indented no deeper than the key that it belongs to, a colon at the end
 * of a plain text in a flow collection (`[2001:db8::]`), `-` as an entry of one, and a comment right
 * behind a quote, a bracket or `|`.
 */
export function readEvents(text: string): EventsOrFailure {
  let padded = disguise(text);
  const padStarts: number[] = [];
  const retries = Math.min(64, 4 + Math.floor(2_000_000 / (text.length + 1)));
  for (let retry = 0; ; retry += 1) {
    try {
      const events = parseEvents(padded, { maxDepth: MAX_DEPTH });
      return {
        events: padStarts.length === 0 ? events : events.map((event) => unpad(event, padStarts)),
        failure: null,
      };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const position = error.mark?.position ?? 0;
      const mayRetry = retry < retries;
      const withoutComment = mayRetry ? hideComment(padded, position) : null;
      if (withoutComment !== null) {
        padded = withoutComment;
        continue;
      }
      const line = shallowLine(padded, position);
      const mayPad = error.reason === 'deficient indentation' && mayRetry;
      if (!mayPad || line === null) {
        const offset = Math.min(unpadOffset(position, padStarts), text.length);
        return { events: [], failure: { reason: error.reason, offset } };
      }
      padStarts.push(unpadOffset(line, padStarts));
      padStarts.sort((a, b) => a - b);
      padded = padded.slice(0, line) + PADDING + padded.slice(line);
    }
  }
}

// Scalars are read from the text itself, so that in the parser's copy another sign may stand for one
// that the parser takes for something else.
function disguise(text: string): string {
  return DISGUISES.reduce((copy, [sign, other]) => copy.replace(sign, other), text);
}

const DISGUISES: readonly (readonly [RegExp, string])[] = [
  // The colon of `[2001:db8::]`.
  [/(?<=[^\s"'\]},[{]):(?=[,[\]{}])/g, '_'],
  // The dash of `[apply, -f, -]`.
  [/(?<=[[{,:\s])-(?=[,[\]{}])/g, '_'],
  // A `---` that is indented divides nothing.
  [/^(\uFEFF?[ \t]+)-(?=--(?:\s|$))/, '$1_'],
  // Tabs behind the brackets, commas and colons of `{ a: b, c: d }`.
  [/(?<=[[{,:][ \t]{0,20})\t/g, ' '],
];

/** The copy without the comment that the parser got stuck at, right behind a quote, bracket or block header; null where there is none. */
function hideComment(copy: string, position: number): string | null {
  if (copy.charCodeAt(position) !== 35 || !/["'\]}|>]/.test(copy.charAt(position - 1))) return null;
  const end = lineEnd(copy, position);
  return copy.slice(0, position) + ' '.repeat(end - position) + copy.slice(end);
}

// js-yaml has no switch for this leniency. More spaces in front of such a line change no value, so
// a scratch copy gets them, and offsets are mapped back.
const PADDING = ' '.repeat(MAX_DEPTH);

/** Start of the line that needs padding; null at the end of the text, or where it was padded already. */
function shallowLine(text: string, position: number): number | null {
  if (position >= text.length) return null;
  let start = position;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return position - start < PADDING.length ? start : null;
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

/** `padStarts` are line starts of the original text, in order. */
function unpadOffset(offset: number, padStarts: readonly number[]): number {
  let shift = 0;
  for (const start of padStarts) {
    if (start + shift + PADDING.length <= offset) shift += PADDING.length;
    else if (start + shift < offset) return start;
    else break;
  }
  return offset - shift;
}

function unpad(event: Event, padStarts: readonly number[]): Event {
  const back = (offset: number): number => (offset < 0 ? offset : unpadOffset(offset, padStarts));
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return event;
    case EVENT_ID.ALIAS:
      return { ...event, anchorStart: back(event.anchorStart), anchorEnd: back(event.anchorEnd) };
    default: {
      const properties = {
        anchorStart: back(event.anchorStart),
        anchorEnd: back(event.anchorEnd),
        tagStart: back(event.tagStart),
        tagEnd: back(event.tagEnd),
      };
      if (event.type !== EVENT_ID.SCALAR)
        return { ...event, ...properties, start: back(event.start) };
      const [valueStart, valueEnd] = [back(event.valueStart), back(event.valueEnd)];
      return { ...event, ...properties, valueStart, valueEnd };
    }
  }
}
