import type { FieldPath } from '../documents/field-path.ts';
import { findNode, rangeOfKey, rangeOfPath } from '../documents/find-node.ts';
import type { ManifestDocument } from '../documents/manifest-document.ts';
import { treeOf } from '../documents/tree-of.ts';
import type { TextRange } from '../text/text-range.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * Where the diagnostic is, as offsets in its document's text. Of a field that is missing it is the
 * nearest one above that is there, and of a whole resource its kind. What goes over several lines is
 * its key, or the first line of an entry: nobody wants to see it all underlined.
 */
export function rangeOfDiagnostic({ document, place }: Diagnostic): TextRange {
  if ('range' in place) return place.range;
  const { path, part } = place;
  const nearest = findNearest(document, path);
  if (nearest.length === 0 && path.length > 0) return rangeOfPath(document, ['kind']);
  if (part === 'key' && nearest.length === path.length) return rangeOfKey(document, path);
  return rangeOfStart(document, nearest);
}

function findNearest(document: ManifestDocument, path: FieldPath): FieldPath {
  const { root } = treeOf(document);
  let nearest = path;
  while (nearest.length > 0 && findNode(root, nearest) === undefined)
    nearest = nearest.slice(0, -1);
  return nearest;
}

function rangeOfStart(document: ManifestDocument, path: FieldPath): TextRange {
  const whole = rangeOfPath(document, path);
  const { text } = document;
  if (path.length === 0 || !text.slice(whole.start, whole.end).includes('\n')) return whole;
  if (typeof path.at(-1) === 'string') return rangeOfKey(document, path);
  return { start: whole.start, end: whole.start + text.slice(whole.start).search(/\r?\n/) };
}
