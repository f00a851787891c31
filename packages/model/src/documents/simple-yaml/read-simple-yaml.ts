import { readBlockNode } from './block-node.ts';
import { finishLine, type LineCursor, seekContent } from './line-cursor.ts';
import { HIDDEN_SIGNS, skipSpaces } from './signs.ts';

/**
 * The value of a document of everyday YAML, as Kubernetes reads it; null for one without content, and
 * undefined for all that is not everyday: then it may be YAML, or not, and only a parser can tell.
 */
export function readSimpleYaml(text: string): unknown {
  const source = completeLines(text);
  if (source === null) return undefined;
  const cursor: LineCursor = { text: source, at: 0, column: 0 };
  seekContent(cursor, 0);
  if (!passMarker(cursor)) return undefined;
  if (cursor.column < 0) return null;
  const value = cursor.column === 0 ? readBlockNode(cursor, -1) : undefined;
  return cursor.column < 0 ? value : undefined;
}

/** The text with a line feed at its end; null where it has line ends or signs that a cursor does not know. */
function completeLines(text: string): string | null {
  if (text.search(HIDDEN_SIGNS) >= 0 || (text.includes('\r') && /\r(?!\n)/.test(text))) return null;
  if (text.endsWith('\n')) return text;
  // Spaces without a line end count otherwise than a blank line.
  return text.endsWith(' ') ? null : `${text}\n`;
}

/** Goes past the `---` line, if there is one; false where anything is behind it. */
function passMarker(cursor: LineCursor): boolean {
  const { text, at } = cursor;
  if (cursor.column !== 0 || !text.startsWith('---', at)) return true;
  return finishLine(cursor, skipSpaces(text, at + 3));
}
