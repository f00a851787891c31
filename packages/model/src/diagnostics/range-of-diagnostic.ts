import type { FieldPath } from '../documents/field-path.ts';
import { findNode, rangeOfKey, rangeOfPath } from '../documents/find-node.ts';
import type { ManifestDocument } from '../documents/manifest-document.ts';
import { treeOf } from '../documents/tree-of.ts';
import type { TextRange } from '../text/text-range.ts';
import type { Diagnostic } from './diagnostic.ts';

/**
 * Where the diagnostic is, as offsets in its document's text. Of a field that is missing it is the
 * nearest one above that is there; where that goes over several lines, the
 * line that begins it, and of the whole resource its kind.
 */
export function rangeOfDiagnostic({ document, place }: Diagnostic): TextRange {
  if ('range' in place) return place.range;
  const { path, part } = place;
  const nearest = findNearest(document, path);
  if (nearest.length < path.length)
    return nearest.length === 0 ? rangeOfPath(document, ['kind']) : rangeOfStart(document, nearest);
  return part === 'key' ? rangeOfKey(document, path) : rangeOfPath(document, path);
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
  if (!text.slice(whole.start, whole.end).includes('\n')) return whole;
  if (typeof path.at(-1) === 'string') return rangeOfKey(document, path);
  return { start: whole.start, end: whole.start + text.slice(whole.start).search(/\r?\n/) };
}
