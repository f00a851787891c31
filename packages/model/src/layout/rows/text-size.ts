import type { Phrase } from './describe-match.ts';

const WORD_WIDTHS = new Map<string, number>();
for (const char of "iljI.,:;'|! ") WORD_WIDTHS.set(char, 3.5);
for (const char of 'ftr()[]{}/"-*') WORD_WIDTHS.set(char, 4.8);
for (const char of 'mwMW%@') WORD_WIDTHS.set(char, 10.6);

const CODE_WIDTH = 7.2;
const FULL_WIDTH = 12;

/**
 * About how wide a text is in pixels at 12 px, in Inter or (`code`) JetBrains Mono. Rather too wide
 * than too narrow; the same on every machine, as no font is asked.
 */
export function textWidth(text: string, code = false): number {
  let width = 0;
  for (const char of text) width += charWidth(char, code);
  return width;
}

/** How many letters of the code font fit into a width. */
export function codeRoom(width: number): number {
  return Math.floor(width / CODE_WIDTH);
}

/** How wide phrases are on one line. */
export function phrasesWidth(phrases: readonly Phrase[]): number {
  return phrases.reduce((sum, phrase) => sum + textWidth(phrase.text, phrase.literal), 0);
}

/** How many lines phrases take when they are wrapped at spaces, and inside words that are too long. */
export function lineCount(phrases: readonly Phrase[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const [text, code] of piecesOf(phrases)) {
    const piece = textWidth(text, code);
    const space = text.endsWith(' ') ? charWidth(' ', code) : 0;
    if (used > 0 && used + piece - space > width) {
      lines += 1;
      used = 0;
    }
    used += piece;
    while (used - space > width) {
      lines += 1;
      used -= width;
    }
  }
  return lines;
}

function piecesOf(phrases: readonly Phrase[]): (readonly [string, boolean])[] {
  return phrases.flatMap(({ text, literal }) =>
    (text.match(/ +|[^ ]+ ?/g) ?? []).map((piece) => [piece, literal] as const),
  );
}

function charWidth(char: string, code: boolean): number {
  // From here on: scripts and signs about as wide as they are high.
  if ((char.codePointAt(0) ?? 0) >= 0x1100) return FULL_WIDTH;
  if (code) return CODE_WIDTH;
  const known = WORD_WIDTHS.get(char);
  if (known !== undefined) return known;
  return char >= 'A' && char <= 'Z' ? 8.4 : 7;
}
