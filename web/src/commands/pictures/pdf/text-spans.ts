import type { TextRun } from '@portolan/model';
import type { FontFile } from './font-file.ts';

/** A stretch of a text that its font has all letters of, or none. */
export interface TextSpan {
  readonly text: string;
  /** The numbers of its letters in the font; null where the font has none of them. */
  readonly glyphs: readonly number[] | null;
}

/** A text as stretches that can be set, and such that have to be painted. */
export function spansOf({ text }: Pick<TextRun, 'text'>, font: FontFile): readonly TextSpan[] {
  const spans: { text: string; glyphs: number[] | null }[] = [];
  for (const letter of text) {
    const glyph = font.glyphOf(letter.codePointAt(0) ?? 0);
    const last = spans.at(-1);
    // A sign that joins or changes what is before it is painted with it.
    if (last !== undefined && (last.glyphs === null) === (glyph === 0)) {
      last.text += letter;
      last.glyphs?.push(glyph);
    } else spans.push({ text: letter, glyphs: glyph === 0 ? null : [glyph] });
  }
  return spans;
}

/** How wide letters are at a size. */
export function glyphsWidth(glyphs: readonly number[], font: FontFile, size: number): number {
  const units = glyphs.reduce((sum, glyph) => sum + font.advanceOf(glyph), 0);
  return (units * size) / font.unitsPerEm;
}
