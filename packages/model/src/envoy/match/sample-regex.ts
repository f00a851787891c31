/**
 * A text that a regular expression of RE2 likely matches, as short as it can be: of each choice the
 * first, of what may be left out nothing. A guess, which has to be tried; null where it is too odd.
 */
export function sampleRegex(pattern: string): string | null {
  const reader = { pattern, at: 0 };
  const sample = readChoice(reader);
  return reader.at >= pattern.length ? sample : null;
}

interface Reader {
  readonly pattern: string;
  at: number;
}

function readChoice(reader: Reader): string {
  let first: string | null = null;
  for (;;) {
    const one = readSequence(reader);
    first ??= one;
    if (reader.pattern.charAt(reader.at) !== '|') return first;
    reader.at += 1;
  }
}

function readSequence(reader: Reader): string {
  let text = '';
  while (reader.at < reader.pattern.length) {
    const sign = reader.pattern.charAt(reader.at);
    if (sign === '|' || sign === ')') return text;
    const piece = readPiece(reader, sign);
    text += piece.repeat(readCount(reader));
  }
  return text;
}

function readPiece(reader: Reader, sign: string): string {
  const { pattern } = reader;
  switch (sign) {
    case '(': {
      const start = /^\((?:\?(?:P?<\w+>|[a-zA-Z-]*:|[a-zA-Z-]+(?=\))))?/.exec(
        pattern.slice(reader.at),
      );
      reader.at += start?.[0].length ?? 1;
      const inside = readChoice(reader);
      reader.at += 1;
      return inside;
    }
    case '[':
      return readClass(reader);
    case '\\': {
      const letter = pattern.charAt(reader.at + 1);
      reader.at += 2;
      return ESCAPES[letter] ?? letter;
    }
    case '^':
    case '$':
      reader.at += 1;
      return '';
    case '.':
      reader.at += 1;
      return 'a';
    default:
      reader.at += sign.length;
      return sign;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  d: '1',
  w: 'a',
  s: ' ',
  D: 'a',
  W: '-',
  S: 'a',
  b: '',
  B: '',
  A: '',
  z: '',
  n: '\n',
  t: '\t',
};

const CANDIDATES = ['a', '1', 'A', '-', '/', '_', '.', ' ', 'é', '~', '!'];

/** The first sign of a class; of one that excludes, the first usual one that is not named. */
function readClass(reader: Reader): string {
  const end = /^\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]/.exec(reader.pattern.slice(reader.at));
  const written = end?.[0] ?? '[';
  reader.at += written.length;
  try {
    // Classes are alike in both kinds of expression, but for named ones.
    const named = written.replaceAll('[:alnum:]', 'a-zA-Z0-9').replaceAll('[:alpha:]', 'a-zA-Z');
    const test = new RegExp(`^${named.replaceAll('[:digit:]', '0-9')}$`, 'u');
    return CANDIDATES.find((sign) => test.test(sign)) ?? written.charAt(1);
  } catch {
    return written.charAt(1);
  }
}

/** How often what stands before is wanted at least; a sign of reluctance behind it says nothing. */
function readCount(reader: Reader): number {
  const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.pattern.slice(reader.at));
  if (found === null) return 1;
  reader.at += found[0].length;
  const sign = found[0].charAt(0);
  if (sign === '{') return Math.min(Number(found[1]), 1000);
  return sign === '+' ? 1 : 0;
}
