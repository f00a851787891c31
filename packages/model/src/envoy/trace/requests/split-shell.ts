/**
 * The words of a command line, as a POSIX shell parts them: quotes, `$'…'`, backslashes, and lines
 * that go on behind one. It ends where another command begins; where output goes is left out. null
 * where a quote is not closed. Nothing is filled in or run.
 */
export function splitShell(text: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let isTarget = false;
  let at = 0;
  const endWord = (): void => {
    if (word !== null && !isTarget) words.push(word);
    if (word !== null) isTarget = false;
    word = null;
  };
  while (at < text.length) {
    const rest = text.slice(at, at + 3);
    if (/^(?:[;|]|&(?:&|\s|$))/.test(rest)) break;
    const redirection = /^&?[<>]{1,2}&?/.exec(rest);
    if (redirection !== null) {
      // A digit in front says which output is meant.
      if (/^\d$/.test(word ?? '')) word = null;
      endWord();
      isTarget = true;
      at += redirection[0].length;
    } else if (/^\s/.test(rest)) {
      endWord();
      at += 1;
    } else if (word === null && /^\\[ \t]/.test(rest)) {
      // A line went on here, and what took it has no lines.
      at += 1;
    } else {
      const piece = readPiece(text, at);
      if (piece === null) return null;
      if (piece.text !== null) word = (word ?? '') + piece.text;
      at = piece.end;
    }
  }
  endWord();
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

/** `\\x41`, `\\u0041`. */
const CODED = /^\\(?:x([\dA-Fa-f]{1,2})|u([\dA-Fa-f]{1,4}))/;

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
    const coded = CODED.exec(text.slice(at, at + 10));
    const next = text.charAt(at + 1);
    if (coded === null) read += ANSI[next] ?? next;
    else read += String.fromCodePoint(Number.parseInt(coded[1] ?? coded[2] ?? '0', 16));
    at += coded?.[0].length ?? 2;
  }
  return null;
}
