/**
 * The words of a command line, as a POSIX shell parts them: quotes, `$'…'`, backslashes, and lines
 * that go on behind one. null where a quote is not closed. Nothing is filled in or run.
 */
export function splitShell(text: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (/\s/.test(sign)) {
      if (word !== null) words.push(word);
      word = null;
      at += 1;
      continue;
    }
    const piece = readPiece(text, at);
    if (piece === null) return null;
    if (piece.text !== null) word = (word ?? '') + piece.text;
    at = piece.end;
  }
  if (word !== null) words.push(word);
  return words;
}

interface Piece {
  /** null: a line that goes on. */
  readonly text: string | null;
  readonly end: number;
}

function readPiece(text: string, at: number): Piece | null {
  const sign = text.charAt(at);
  if (sign === '\\') return readEscape(text, at);
  if (sign === "'") return readSingle(text, at);
  if (sign === '"') return readDouble(text, at);
  if (sign === '$' && text.charAt(at + 1) === "'") return readAnsi(text, at + 1);
  return { text: sign, end: at + 1 };
}

function readEscape(text: string, at: number): Piece {
  const line = /^\\\r?\n/.exec(text.slice(at, at + 3));
  if (line !== null) return { text: null, end: at + line[0].length };
  return { text: text.charAt(at + 1), end: at + 2 };
}

function readSingle(text: string, at: number): Piece | null {
  const end = text.indexOf("'", at + 1);
  return end < 0 ? null : { text: text.slice(at + 1, end), end: end + 1 };
}

function readDouble(text: string, start: number): Piece | null {
  let read = '';
  let at = start + 1;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '"') return { text: read, end: at + 1 };
    const next = text.charAt(at + 1);
    if (sign === '\\' && '$`"\\\n'.includes(next) && next !== '') {
      read += next === '\n' ? '' : next;
      at += 2;
    } else {
      read += sign;
      at += 1;
    }
  }
  return null;
}

const ANSI: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function readAnsi(text: string, start: number): Piece | null {
  let read = '';
  let at = start + 1;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === "'") return { text: read, end: at + 1 };
    if (sign !== '\\') {
      read += sign;
      at += 1;
      continue;
    }
    const next = text.charAt(at + 1);
    read += ANSI[next] ?? next;
    at += 2;
  }
  return null;
}
