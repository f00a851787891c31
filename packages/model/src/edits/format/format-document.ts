import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { prove } from '../fields/prove-edits.ts';
import { readLines, type SourceLine } from './read-lines.ts';
import { readShifts } from './read-shifts.ts';

/**
 * The edits that format a document; none where there is nothing to do or it cannot be read, and null
 * where it would not have the same content and comments afterwards.
 */
export function formatDocument(document: ManifestDocument): readonly TextEdit[] | null {
  if (document.status !== 'parsed' && document.status !== 'empty') return [];
  const { text, value } = document;
  const { root } = treeOf(document);
  const lines = readLines(text, root);
  const shifts = readShifts(text, root, lines);
  const edits = lines.flatMap((line, index) => [
    ...indentEdits(line, shifts[index] ?? 0),
    ...endEdits(text, line),
  ]);
  if (edits.length === 0) return [];
  return prove(document, { edits, expected: value ?? null, spared: [] })?.edits ?? null;
}

function indentEdits({ start, indent, end }: SourceLine, shift: number): readonly TextEdit[] {
  // A line of spaces alone loses them all, unless they are part of a text.
  if (shift === 0 || start === end) return [];
  if (shift > 0) return [{ range: { start, end: start }, newText: ' '.repeat(shift) }];
  return [{ range: { start, end: start + Math.min(-shift, indent) }, newText: '' }];
}

function endEdits(text: string, { start, end, endsInText }: SourceLine): readonly TextEdit[] {
  if (endsInText) return [];
  const line = text.slice(start, end);
  const kept = line.replace(/[ \t]+$/, '').length;
  return kept === line.length ? [] : [{ range: { start: start + kept, end }, newText: '' }];
}
