import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import { lineStart } from '../text/line-index.ts';
import type { TextRange } from '../text/text-range.ts';
import type { DocumentProblem } from './manifest-document.ts';
import { skipTrivia } from './skip-trivia.ts';

/** What the parser takes and YAML forbids, so that kubectl refuses the document. */
export function findKubectlRefusals(
  events: readonly Event[],
  text: string,
): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  events.forEach((event, index) => {
    if (problems.length === MAX_REFUSALS) return;
    const isBlock = event.type === EVENT_ID.MAPPING && event.style === COLLECTION_STYLE.BLOCK;
    if (isBlock && !beginsLine(text, event)) problems.push(keyOnLine(events[index + 1], event));
    if (event.type === EVENT_ID.SCALAR && isWrappedKey(text, event))
      problems.push(wrappedKey(event));
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return;
    const anchor = { start: event.anchorStart - 1, end: event.anchorEnd };
    if (event.type !== EVENT_ID.ALIAS && anchor.end >= 0 && !hasPlainName(text, anchor))
      problems.push(oddAnchor(text, anchor));
  });
  return problems;
}

const MAX_REFUSALS = 20;

/** Is nothing but dashes, `?` and `:` in front of the first key? An anchor or tag there hides a key from the parser. */
function beginsLine(text: string, { start }: MappingEvent): boolean {
  return /^\uFEFF?[ \t]*(?:[-?:][ \t]+)*$/.test(text.slice(lineStart(text, start), start));
}

function keyOnLine(key: Event | undefined, { start }: MappingEvent): DocumentProblem {
  const isWritten = key?.type === EVENT_ID.SCALAR && key.valueStart >= 0;
  const message =
    'A key begins here on the line of another. Put it on a line of its own, or in quotes if it is meant as text.';
  const range = isWritten
    ? { start: key.valueStart, end: key.valueEnd }
    : { start, end: start + 1 };
  return refusal(message, range);
}

/** A text of several lines in front of a colon: in a flow collection that is a key for the parser. */
function isWrappedKey(text: string, { style, fast, valueStart, valueEnd }: ScalarEvent): boolean {
  if (style !== SCALAR_STYLE.PLAIN || fast || valueStart < 0) return false;
  if (!/[\r\n]/.test(text.slice(valueStart, valueEnd))) return false;
  const isExplicit = /\?\s+$/.test(text.slice(Math.max(0, valueStart - 100), valueStart));
  return !isExplicit && text.charCodeAt(skipTrivia(text, valueEnd)) === 58;
}

function wrappedKey({ valueStart, valueEnd }: ScalarEvent): DocumentProblem {
  const message =
    'This reads as one key over several lines. Inside of `{ }` a comma is missing behind the first line, or a colon and a value.';
  return refusal(message, { start: valueStart, end: valueEnd });
}

function hasPlainName(text: string, { start, end }: TextRange): boolean {
  return /^[\w-]+$/.test(text.slice(start + 1, end));
}

function oddAnchor(text: string, range: TextRange): DocumentProblem {
  const written = text.slice(range.start, range.end);
  const message = `kubectl takes only letters from a to z, digits, \`-\` and \`_\` in the name of an anchor: rename \`${written}\` and what refers to it, or put it in quotes if it is meant as text.`;
  return refusal(message, range);
}

function refusal(message: string, range: TextRange): DocumentProblem {
  return { code: 'yaml-syntax', severity: 'error', message, range };
}
