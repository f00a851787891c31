import type { TextEdit } from '@portolan/model';
import { type LineEndings, readLineEndings, withLineEnding } from './line-endings.ts';

const BOM = '\uFEFF';

/** What a text editor cannot hold of a text: kept beside it, so that the text comes back byte for byte. */
export interface TextForm {
  /** A byte order mark at the start of the text. */
  readonly bom: '' | '\uFEFF';
  readonly endings: LineEndings;
}

/** Reads the form of a text. */
export function readTextForm(text: string): TextForm {
  return { bom: text.startsWith(BOM) ? BOM : '', endings: readLineEndings(text) };
}

/**
 * The same edits, so that the form of the text outlasts them: none takes the byte order mark away,
 * and in a text whose lines all end alike the new ones do too.
 */
export function fitEdits(edits: readonly TextEdit[], form: TextForm): readonly TextEdit[] {
  const { bom, endings } = form;
  return edits.map(({ range, newText }) => ({
    range: { start: Math.max(range.start, bom.length), end: Math.max(range.end, bom.length) },
    newText: endings.kind === 'uniform' ? withLineEnding(newText, endings.ending) : newText,
  }));
}
