import type { FieldPath } from '../../documents/field-path.ts';
import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import { blockExtentOf } from './entry-extent.ts';
import { entriesOf, findExactPlace, isCollection } from './field-place.ts';
import { columnOf } from './source-lines.ts';

/**
 * The lines of an item of a block sequence, dash and comments included, as they are with the dash in
 * column 0; undefined where the item has no lines of its own.
 */
export function itemLines(
  document: ManifestDocument,
  path: FieldPath,
): readonly string[] | undefined {
  const { root } = treeOf(document);
  const index = path.at(-1);
  const sequence = root === null ? undefined : findExactPlace(root, path.slice(0, -1));
  if (sequence === undefined || !isCollection(sequence) || typeof index !== 'number') {
    return undefined;
  }
  const entry = entriesOf(sequence.node)[index];
  const extent = sequence.node.flow ? undefined : blockExtentOf(document.text, sequence, index);
  if (entry === undefined || extent === undefined) {
    return undefined;
  }
  const column = columnOf(document.text, entry.start);
  const text = document.text.slice(extent.start, extent.end).replace(/(?:\r\n|\r|\n)$/, '');
  const indent = new RegExp(`^ {0,${column}}`);
  return text
    .split(/\r\n|\r|\n/)
    .map((line, at) => (at === 0 && !extent.ownsFirstLine ? line : line.replace(indent, '')));
}
