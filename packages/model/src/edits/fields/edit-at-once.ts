import type { FieldPath } from '../../documents/field-path.ts';
import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { YamlNode } from '../../documents/yaml-node.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { applyToValue, type FieldOperation, valueAt } from './field-operation.ts';
import { findExactPlace, findPlace } from './field-place.ts';
import { hasContent } from './format-value.ts';
import { isWritable, planOperation } from './plan-operation.ts';
import { type EditedDocument, prove } from './prove-edits.ts';
import { findSharedAnchor } from './shared-anchor.ts';
import { differenceOf } from './value-difference.ts';
import type { WritingStyle } from './writing-style.ts';

/**
 * Several operations planned on one tree and proved once. Null where they get in each other's way
 * or the proof fails: then they have to be done one after the other.
 */
export function editAtOnce(
  document: ManifestDocument,
  operations: readonly FieldOperation[],
  style: WritingStyle,
): EditedDocument | null {
  const { root } = treeOf(document);
  if (root === null || shiftsPlaces(operations) || operations.some(({ scope }) => scope)) {
    return null;
  }
  let expected = document.value;
  for (const operation of operations) {
    const isWhole = !('value' in operation) || isWritable(operation.value);
    const next = isWhole ? applyToValue(expected, operation) : null;
    if (!next?.ok) {
      return null;
    }
    expected = next.value;
  }
  const parts = operations.flatMap((operation) => partsOf(document.value, root, operation));
  const edits: TextEdit[] = [];
  if (sharesComma(root, parts)) {
    return null;
  }
  for (const part of parts) {
    const planned = planPart(document, root, part, expected, style);
    if (planned === null) {
      return null;
    }
    edits.push(...planned);
  }
  const united = uniteEdits(edits);
  return united === null ? null : prove(document, { edits: united, expected, spared: operations });
}

/** Whether the node at a path, or a missing one, can only be set as a whole. */
export function isWholeOnly(root: YamlNode, path: FieldPath): boolean {
  const node = findExactPlace(root, path)?.node;
  return node === undefined || node.kind === 'alias';
}

/** A collection is changed part by part, so that what stays equal keeps its text. */
function partsOf(
  value: unknown,
  root: YamlNode,
  operation: FieldOperation,
): readonly FieldOperation[] {
  return operation.kind === 'set' && hasContent(operation.value)
    ? differenceOf(operation.path, valueAt(value, operation.path), operation.value, (at) =>
        isWholeOnly(root, at),
      )
    : [operation];
}

function planPart(
  document: ManifestDocument,
  root: YamlNode,
  part: FieldOperation,
  expected: unknown,
  style: WritingStyle,
): readonly TextEdit[] | null {
  const isScalar = part.kind === 'set' && !hasContent(part.value);
  const place = findExactPlace(root, part.path);
  if (isScalar && place?.node.kind === 'alias') {
    // It follows its anchor, which is among the places too; the proof tells if it is not.
    return [];
  }
  if (!isScalar && findSharedAnchor(treeOf(document), part) !== null) {
    return null;
  }
  const planned = planOperation({ text: document.text, root, expected, style }, part);
  return planned.ok ? planned.value : null;
}

/** Whether two entries of one collection in brackets change: a comma between them belongs to both. */
function sharesComma(root: YamlNode, parts: readonly FieldOperation[]): boolean {
  const changed = new Set<YamlNode>();
  for (const { kind, path } of parts) {
    const isInside = kind === 'remove' || kind === 'set';
    const { place } = findPlace(root, isInside ? path.slice(0, -1) : path);
    const isFlow = 'flow' in place.node && place.node.flow;
    const isReplaced = kind === 'set' && findExactPlace(root, path) !== undefined;
    if (isFlow && !isReplaced && changed.has(place.node)) {
      return true;
    }
    if (isFlow && !isReplaced) {
      changed.add(place.node);
    }
  }
  return false;
}

/** Whether an earlier operation changes the places that a later one speaks of. */
function shiftsPlaces(operations: readonly FieldOperation[]): boolean {
  const lowest = new Map<string, number>();
  const touched = new Set<string>();
  for (const { kind, path } of operations) {
    for (let depth = 0; depth <= path.length; depth++) {
      const key = JSON.stringify(path.slice(0, depth));
      const index = path[depth];
      const shifted = lowest.get(key);
      if (touched.has(key) || (typeof index === 'number' && index >= (shifted ?? Infinity))) {
        return true;
      }
    }
    const last = path.at(-1);
    if (kind === 'remove' && typeof last === 'number') {
      lowest.set(JSON.stringify(path.slice(0, -1)), last);
    } else {
      touched.add(JSON.stringify(path));
    }
  }
  return false;
}

/** The edits sorted, deletions that overlap made one; null where others overlap. */
function uniteEdits(edits: readonly TextEdit[]): readonly TextEdit[] | null {
  const sorted = edits.toSorted(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  );
  const united: TextEdit[] = [];
  for (const edit of sorted) {
    const last = united.at(-1);
    if (last === undefined || edit.range.start >= last.range.end) {
      united.push(edit);
    } else if (last.newText === '' && edit.newText === '') {
      const end = Math.max(last.range.end, edit.range.end);
      united[united.length - 1] = { range: { start: last.range.start, end }, newText: '' };
    } else {
      return null;
    }
  }
  return united;
}
