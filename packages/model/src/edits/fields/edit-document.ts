import type { FieldPath } from '../../documents/field-path.ts';
import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { parseDocument } from '../../documents/parse-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { YamlNode } from '../../documents/yaml-node.ts';
import { applyTextEdits, type TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { type Result, refuse, success } from '../result.ts';
import { composeEdits, minimiseEdits } from './compose-edits.ts';
import { commentsOutside } from './document-comments.ts';
import { applyToValue, type FieldOperation, valueAt } from './field-operation.ts';
import { findExactPlace } from './field-place.ts';
import { hasContent } from './format-value.ts';
import { isEqualValue } from './is-equal-value.ts';
import { isWritable, planOperation } from './plan-operation.ts';
import { planSet } from './set-value.ts';
import { findSharedAnchor } from './shared-anchor.ts';
import { differenceOf } from './value-difference.ts';
import { styleOf, type WritingStyle } from './writing-style.ts';

/** A document after some operations, and the minimal edits that lead there. */
export interface EditedDocument {
  readonly edits: readonly TextEdit[];
  readonly document: ManifestDocument;
}

/**
 * Carries out operations one after the other. The result is proved: the edited text parses to
 * exactly the value that the operations give on plain data, and no comment outside their place is
 * lost; where that cannot be reached, it is refused. `around` are documents to take the style from
 * where this one shows none.
 */
export function editDocument(
  document: ManifestDocument,
  operations: readonly FieldOperation[],
  around: readonly ManifestDocument[] = [],
): Result<EditedDocument> {
  const reason = whyNotEditable(document);
  if (reason !== null) {
    return refuse(reason);
  }
  const style = styleOf([document, ...around]);
  const atOnce = setAtOnce(document, operations, style);
  if (atOnce !== null) {
    return success(atOnce);
  }
  let current: EditedDocument = { edits: [], document };
  for (const operation of operations) {
    const next = editOnce(current.document, operation, style);
    if (!next.ok) {
      return next;
    }
    current = followedBy(document.text, current, next.value);
  }
  return success(current);
}

/** Why a document cannot be edited through commands, or null where it can. */
export function whyNotEditable(document: ManifestDocument): string | null {
  switch (document.status) {
    case 'template':
      return 'This document holds template actions ({{ … }}), so it is left alone. Change it in the YAML, or open the rendered manifest.';
    case 'broken':
      return 'The YAML of this document has a mistake. Correct it first, then it can be edited here.';
    case 'empty':
      return 'This document is empty.';
    case 'parsed':
      return null;
  }
}

function followedBy(text: string, first: EditedDocument, second: EditedDocument): EditedDocument {
  return { edits: composeEdits(text, first.edits, second.edits), document: second.document };
}

/** Many scalars at once: planned on one tree, proved once. Null where that is not possible. */
function setAtOnce(
  document: ManifestDocument,
  operations: readonly FieldOperation[],
  style: WritingStyle,
): EditedDocument | null {
  const { root } = treeOf(document);
  if (operations.length < 2 || root === null) {
    return null;
  }
  let expected = document.value;
  const edits: TextEdit[] = [];
  const paths = new Set<string>();
  for (const operation of operations) {
    const place = findExactPlace(root, operation.path);
    const next = applyToValue(expected, operation);
    const isScalar = operation.kind === 'set' && !hasContent(operation.value);
    const isKnown = place?.node.kind === 'scalar' || place?.node.kind === 'alias';
    const key = JSON.stringify(operation.path);
    if (!isScalar || !isKnown || place === undefined || !next.ok || paths.has(key)) {
      return null;
    }
    paths.add(key);
    expected = next.value;
    // An alias follows its anchor, which is among the places too; the proof tells if it is not.
    if (place.node.kind === 'scalar') {
      edits.push(...planSet(document.text, place, operation.value, style));
    }
  }
  return prove(document, { edits, expected, spared: [] });
}

function editOnce(
  document: ManifestDocument,
  operation: FieldOperation,
  style: WritingStyle,
): Result<EditedDocument> {
  if ('value' in operation && !isWritable(operation.value)) {
    return refuse('This value is too large or holds a number that YAML cannot say.');
  }
  const expected = applyToValue(document.value, operation);
  if (!expected.ok) {
    return expected;
  }
  if (isEqualValue(expected.value, document.value)) {
    return success({ edits: [], document });
  }
  return (
    editByDifference(document, operation, expected.value, style) ??
    editWhole(document, operation, expected.value, style)
  );
}

/** A collection is changed part by part, so that what stays equal keeps its text. */
function editByDifference(
  document: ManifestDocument,
  operation: FieldOperation,
  expected: unknown,
  style: WritingStyle,
): Result<EditedDocument> | null {
  const { root } = treeOf(document);
  if (operation.kind !== 'set' || !hasContent(operation.value) || root === null) {
    return null;
  }
  const { path, value } = operation;
  const isWhole = (at: FieldPath) => {
    const node = findExactPlace(root, at)?.node;
    return node === undefined || node.kind === 'alias';
  };
  const parts = differenceOf(path, valueAt(document.value, path), value, isWhole);
  const [only] = parts;
  if (only?.kind === 'set' && only.path.length === path.length) {
    return null;
  }
  let current: EditedDocument = { edits: [], document };
  for (const part of parts) {
    const next = editOnce(current.document, part, style);
    if (!next.ok) {
      return null;
    }
    current = followedBy(document.text, current, next.value);
  }
  return isEqualValue(current.document.value, expected) ? success(current) : null;
}

function editWhole(
  document: ManifestDocument,
  operation: FieldOperation,
  expected: unknown,
  style: WritingStyle,
): Result<EditedDocument> {
  const tree = treeOf(document);
  const { root } = tree;
  const shared = findSharedAnchor(tree, operation);
  if (shared !== null || root === null) {
    return refuse(shared ?? 'This document is empty.');
  }
  const { text } = document;
  let reason: string | null = null;
  for (const blockScalars of [true, false]) {
    const context = { text, root, expected, style: { ...style, blockScalars } };
    const planned = planOperation(context, operation);
    if (!planned.ok) {
      reason = planned.reason;
      break;
    }
    const proved = prove(document, { edits: planned.value, expected, spared: [operation] });
    if (proved !== null) {
      return success(proved);
    }
  }
  return reason === null ? rewriteAround(document, operation, expected, style) : refuse(reason);
}

/** The last resort: the collection around the place is written anew, then the one around that. */
function rewriteAround(
  document: ManifestDocument,
  operation: FieldOperation,
  expected: unknown,
  style: WritingStyle,
): Result<EditedDocument> {
  const { root } = treeOf(document);
  const isInParent = operation.kind === 'remove' || operation.kind === 'rename-key';
  let path = isInParent ? operation.path.slice(0, -1) : operation.path;
  for (;;) {
    const place = root && findExactPlace(root, path);
    const value = valueAt(expected, path) as FieldValue;
    if (place && isWritable(value)) {
      const edits = planSet(document.text, place, value, { ...style, blockScalars: false });
      const proved = prove(document, { edits, expected, spared: [operation] });
      if (proved !== null) {
        return success(proved);
      }
    }
    if (path.length === 0) {
      return refuse(
        'This place is laid out in a way that cannot be changed here without disturbing what is around it. Change it in the YAML.',
      );
    }
    path = path.slice(0, -1);
  }
}

interface Attempt {
  readonly edits: readonly TextEdit[];
  readonly expected: unknown;
  /** Operations whose own comments may go. */
  readonly spared: readonly FieldOperation[];
}

function prove(
  document: ManifestDocument,
  { edits, expected, spared }: Attempt,
): EditedDocument | null {
  const minimal = minimiseEdits(document.text, edits);
  const edited = parseDocument(applyTextEdits(document.text, minimal));
  const isRight = edited.status === 'parsed' || (edited.status === 'empty' && expected === null);
  if (!isRight || !isEqualValue(edited.value ?? null, expected)) {
    return null;
  }
  const before = commentsOutside(document, spared);
  return before.length === 0 || includesAll(commentsOutside(edited, []), before)
    ? { edits: minimal, document: edited }
    : null;
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const one of all) {
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return some.every((one) => {
    const left = (counts.get(one) ?? 0) - 1;
    counts.set(one, left);
    return left >= 0;
  });
}

/** The node at `path`, for callers that take over how something nearby is written. */
export function nodeAt(document: ManifestDocument, path: FieldPath): YamlNode | null {
  const { root } = treeOf(document);
  return (root && findExactPlace(root, path)?.node) ?? null;
}
