import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { FieldValue } from '../edit-command.ts';
import { type Result, refuse, success } from '../result.ts';
import { composeEdits } from './compose-edits.ts';
import { detachStep, moveAnchor } from './detach-shared.ts';
import { editAtOnce, isWholeOnly } from './edit-at-once.ts';
import { applyToValue, type FieldOperation, valueAt } from './field-operation.ts';
import { findExactPlace } from './field-place.ts';
import { hasContent } from './format-value.ts';
import { isEqualValue } from './is-equal-value.ts';
import { isWritable, planOperation } from './plan-operation.ts';
import { type EditedDocument, prove } from './prove-edits.ts';
import { planSet } from './set-value.ts';
import { findSharedAnchor, type SharedAnchor, whyShared } from './shared-anchor.ts';
import { findUses } from './shared-uses.ts';
import { differenceOf } from './value-difference.ts';
import { styleOf, type WritingStyle } from './writing-style.ts';

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
  return editInTurn(document, operations, styleOf([document, ...around]));
}

/** All operations at once where that can be proved, otherwise one half after the other. */
function editInTurn(
  document: ManifestDocument,
  operations: readonly FieldOperation[],
  style: WritingStyle,
): Result<EditedDocument> {
  const [operation] = operations;
  if (operation === undefined) {
    return success({ edits: [], document });
  }
  if (operations.length === 1) {
    return editOnce(document, operation, style);
  }
  const atOnce = editAtOnce(document, operations, style);
  if (atOnce !== null) {
    return success(atOnce);
  }
  const middle = Math.ceil(operations.length / 2);
  const first = editInTurn(document, operations.slice(0, middle), style);
  if (!first.ok) {
    return first;
  }
  const second = editInTurn(first.value.document, operations.slice(middle), style);
  return second.ok ? success(followedBy(document.text, first.value, second.value)) : second;
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

function editOnce(
  document: ManifestDocument,
  operation: FieldOperation,
  style: WritingStyle,
): Result<EditedDocument> {
  if ('value' in operation && !isWritable(operation.value)) {
    return refuse('This value is too large or holds a number that YAML cannot say.');
  }
  const isShared = operation.scope !== undefined && treeOf(document).aliases.length > 0;
  if (isShared && operation.scope === 'here') {
    return editHere(document, operation, style);
  }
  return isShared
    ? editEverywhere(document, operation, style)
    : editTo(document, operation, applyToValue(document.value, operation), style);
}

/** Carries out an operation that is to give the document the value `expected`. */
function editTo(
  document: ManifestDocument,
  operation: FieldOperation,
  expected: Result<unknown>,
  style: WritingStyle,
): Result<EditedDocument> {
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

/** Makes the place stand for itself first, so that no other follows. */
function editHere(
  document: ManifestDocument,
  operation: FieldOperation,
  style: WritingStyle,
): Result<EditedDocument> {
  const alone: FieldOperation = { ...operation, scope: undefined };
  const possible = applyToValue(document.value, alone);
  if (!possible.ok || isEqualValue(possible.value, document.value)) {
    return possible.ok ? success({ edits: [], document }) : possible;
  }
  let edited: EditedDocument = { edits: [], document };
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const step = detachStep(edited.document, alone, style);
    if (step === null) {
      return refuse(NOT_SEPARABLE);
    }
    if (step === 'done') {
      const last = editTo(edited.document, operation, possible, style);
      return last.ok ? success(followedBy(document.text, edited, last.value)) : last;
    }
    edited = followedBy(document.text, edited, step);
  }
  return refuse(NOT_SEPARABLE);
}

const MAX_STEPS = 100;
const NOT_SEPARABLE =
  'This part is shared with other places of the document (through an anchor), and cannot be separated from them here. Write it out in the YAML first.';

/** Changes what is written, wherever that is, and with it every place that uses it. */
function editEverywhere(
  document: ManifestDocument,
  operation: FieldOperation,
  style: WritingStyle,
): Result<EditedDocument> {
  const uses = findUses(treeOf(document), operation);
  if (uses === null) {
    return refuse(NOT_SEPARABLE);
  }
  let expected: Result<unknown> = success(document.value);
  for (const path of uses.paths) {
    expected = expected.ok ? applyToValue(expected.value, { ...operation, path }) : expected;
  }
  return editTo(document, { ...operation, path: uses.written }, expected, style);
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
  const { path, value, scope } = operation;
  const parts = differenceOf(path, valueAt(document.value, path), value, (at) =>
    isWholeOnly(root, at),
  ).map((part) => ({ ...part, scope }));
  const [only] = parts;
  if (only?.kind === 'set' && only.path.length === path.length) {
    return null;
  }
  const edited = editInTurn(document, parts, style);
  return edited.ok && isEqualValue(edited.value.document.value, expected) ? edited : null;
}

function editWhole(
  document: ManifestDocument,
  operation: FieldOperation,
  expected: unknown,
  style: WritingStyle,
): Result<EditedDocument> {
  const tree = treeOf(document);
  const { root } = tree;
  if (root === null) {
    return refuse('This document is empty.');
  }
  const shared = findSharedAnchor(tree, operation);
  if (shared !== null && (shared.isCut || operation.scope !== 'everywhere')) {
    return editDetached(document, operation, shared, style);
  }
  const { text } = document;
  let reason: string | null = null;
  for (const { way, blockScalars } of waysToWrite(operation)) {
    const context = { text, root, expected, style: { ...style, blockScalars } };
    const planned = planOperation(context, way);
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

/** A short value goes on with the first alias that uses it; more than that is asked for with a scope. */
function editDetached(
  document: ManifestDocument,
  operation: FieldOperation,
  shared: SharedAnchor,
  style: WritingStyle,
): Result<EditedDocument> {
  const { root } = treeOf(document);
  const { definition } = shared;
  const isShort = definition.kind === 'scalar' && definition.block === null;
  const moved =
    root && (isShort || operation.scope !== undefined)
      ? moveAnchor(document, root, shared, style)
      : null;
  if (moved === null) {
    return refuse(whyShared(shared));
  }
  const last = editOnce(moved.document, operation, style);
  return last.ok ? success(followedBy(document.text, moved, last.value)) : last;
}

interface WayToWrite {
  readonly way: FieldOperation;
  readonly blockScalars: boolean;
}

/** Ways to write an operation, the best one first: as it is written elsewhere, with blocks, without. */
function waysToWrite(operation: FieldOperation): readonly WayToWrite[] {
  if (operation.kind === 'insert' && operation.lines !== undefined) {
    const { lines: _, ...plain } = operation;
    return [{ way: operation, blockScalars: true }, ...waysToWrite(plain)];
  }
  return [true, false].map((blockScalars) => ({ way: operation, blockScalars }));
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
