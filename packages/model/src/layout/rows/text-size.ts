import type { Phrase } from './describe-match.ts';

const WORD_WIDTHS = new Map<string, number>();
for (const char of "iljI.,:;'|! ") WORD_WIDTHS.set(char, 3.5);
for (const char of 'ftr()[]{}/"-*') WORD_WIDTHS.set(char, 4.8);
for (const char of 'mwMW%@') WORD_WIDTHS.set(char, 10.6);

const CODE_WIDTH = 7.2;
/** Signs beyond the letters that the code font sets as wide as a letter. */
const CODE_SIGNS: ReadonlySet<string> = new Set('…–—‘’“”•');
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

/** How many lines phrases take when they are wrapped. */
export function lineCount(phrases: readonly Phrase[], width: number): number {
  return Math.max(1, wrapPhrases(phrases, width).length);
}

/** Phrases on lines of a width: wrapped at spaces, and inside words that are too long. */
export function wrapPhrases<Piece extends Phrase>(
  phrases: readonly Piece[],
  width: number,
): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  const endLine = () => {
    lines.push(line);
    line = [];
    used = 0;
  };
  for (const piece of piecesOf(phrases)) {
    const wide = textWidth(piece.text, piece.literal);
    if (used > 0 && used + widthWithoutSpace(piece) > width) endLine();
    if (widthWithoutSpace(piece) <= width) {
      line.push(piece);
      used += wide;
      continue;
    }
    for (const part of partsOf(piece, width)) {
      if (line.length > 0) endLine();
      line.push(part);
      used = textWidth(part.text, part.literal);
    }
  }
  if (line.length > 0) endLine();
  return lines;
}

function widthWithoutSpace({ text, literal }: Phrase): number {
  return textWidth(text.endsWith(' ') ? text.slice(0, -1) : text, literal);
}

function piecesOf<Piece extends Phrase>(phrases: readonly Piece[]): readonly Piece[] {
  return phrases.flatMap((phrase) =>
    (phrase.text.match(/ +|[^ ]+ ?/g) ?? []).map((text) => ({ ...phrase, text })),
  );
}

/** A word that is too long for a line, in parts that are not. */
function partsOf<Piece extends Phrase>(piece: Piece, width: number): readonly Piece[] {
  const parts: Piece[] = [];
  let text = '';
  let used = 0;
  for (const letter of piece.text) {
    const wide = charWidth(letter, piece.literal);
    if (text !== '' && used + wide > width) {
      parts.push({ ...piece, text });
      text = '';
      used = 0;
    }
    text += letter;
    used += wide;
  }
  return [...parts, { ...piece, text }];
}

function charWidth(char: string, code: boolean): number {
  if (code && CODE_SIGNS.has(char)) return CODE_WIDTH;
  // From here on: scripts and signs about as wide as they are high.
  if ((char.codePointAt(0) ?? 0) >= 0x1100) return FULL_WIDTH;
  if (code) return CODE_WIDTH;
  const known = WORD_WIDTHS.get(char);
  if (known !== undefined) return known;
  return char >= 'A' && char <= 'Z' ? 8.4 : 7;
}
