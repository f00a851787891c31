import type { FieldPath } from '../../documents/field-path.ts';
import type { YamlNode } from '../../documents/yaml-node.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { type Result, refuse, success } from '../result.ts';
import { type FieldOperation, valueAt } from './field-operation.ts';
import {
  type CollectionPlace,
  type FieldPlace,
  findExactPlace,
  findPlace,
  isCollection,
} from './field-place.ts';
import { isList } from './format-value.ts';
import { type NewEntry, planInsert } from './insert-entry.ts';
import { planCopyItem, planMove } from './move-item.ts';
import { planRemove } from './remove-entry.ts';
import { planRenameKey } from './rename-key.ts';
import { planSet } from './set-value.ts';
import type { WritingStyle } from './writing-style.ts';

/** What an operation is planned on: a document's text and tree, and the value that is to come out. */
export interface OperationContext {
  readonly text: string;
  readonly root: YamlNode;
  readonly expected: unknown;
  readonly style: WritingStyle;
}

/** Edits for one operation, computed from the layout around its place; not yet verified. */
export function planOperation(
  context: OperationContext,
  operation: FieldOperation,
): Result<readonly TextEdit[]> {
  switch (operation.kind) {
    case 'set':
      return planSetAt(context, operation.path, operation.value);
    case 'insert':
      return planInsertAt(context, operation);
    case 'move':
      return withSequence(context, operation.path, (place) =>
        planMove(context.text, place, operation.from, operation.to, context.style),
      );
    case 'copy':
      return withSequence(context, operation.path, (place) => planCopy(context, place, operation));
    case 'remove':
      return planRemoveAt(context, operation.path);
    case 'rename-key': {
      const place = findExactPlace(context.root, operation.path);
      return place === undefined
        ? refuse(MERGED)
        : planRenameKey(place, operation.key, context.style);
    }
  }
}

const MERGED =
  'This field comes from another place of the document (through "<<" or an alias), so it cannot be changed here. Change it where it is written.';

function insideAlias(name: string): string {
  return `This place is an alias (*${name}): its content is written where &${name} is defined. Change it there, or replace the alias in the YAML.`;
}

function planSetAt(
  context: OperationContext,
  path: FieldPath,
  value: FieldValue,
): Result<readonly TextEdit[]> {
  const { place, depth } = findPlace(context.root, path);
  if (depth === path.length) {
    return success(planSet(context.text, place, value, context.style));
  }
  const segment = path[depth];
  // What a merge key provides is in the expected value already: all of it is written out here.
  const written = valueAt(context.expected, path.slice(0, depth + 1)) as FieldValue;
  return typeof segment === 'number'
    ? addEntry(context, place, { key: null, value: written, index: segment })
    : addEntry(context, place, { key: segment ?? '', value: written, index: entryCount(place) });
}

function planInsertAt(
  context: OperationContext,
  operation: Extract<FieldOperation, { readonly kind: 'insert' }>,
): Result<readonly TextEdit[]> {
  const place = findExactPlace(context.root, operation.path);
  if (place === undefined) {
    const list = valueAt(context.expected, operation.path) as FieldValue;
    return planSetAt(context, operation.path, list);
  }
  const { value, index, lines } = operation;
  return addEntry(context, place, { key: null, value, index, lines });
}

function planRemoveAt(context: OperationContext, path: FieldPath): Result<readonly TextEdit[]> {
  const place = findExactPlace(context.root, path);
  if (place === undefined || place.parent === null || place.slot.kind === 'root') {
    return refuse(MERGED);
  }
  return place.parent.node.kind === 'mapping' && place.parent.node.implicit
    ? refuse(IMPLICIT)
    : planRemove(context.text, place.parent, place.slot.index);
}

const IMPLICIT =
  'This is a mapping without braces inside a list ("[a: b]"); such a short form can only be changed in the YAML itself.';

function withSequence(
  { root }: OperationContext,
  path: FieldPath,
  plan: (place: CollectionPlace) => readonly TextEdit[],
): Result<readonly TextEdit[]> {
  const place = findExactPlace(root, path);
  if (place === undefined) {
    return refuse(MERGED);
  }
  if (place.node.kind === 'alias') {
    return refuse(insideAlias(place.node.name));
  }
  return isCollection(place) && place.node.kind === 'sequence'
    ? success(plan(place))
    : refuse('This field is no list, so it has no items to work on.');
}

function planCopy(
  { text, expected, style }: OperationContext,
  place: CollectionPlace,
  { path, index }: { readonly path: FieldPath; readonly index: number },
): readonly TextEdit[] {
  const value = valueAt(expected, [...path, index]) as FieldValue;
  return (
    planCopyItem(text, place, index, style) ??
    planInsert(text, place, { key: null, value, index: index + 1 }, style)
  );
}

function entryCount({ node }: FieldPlace): number {
  if (node.kind === 'mapping') {
    return node.pairs.length;
  }
  return node.kind === 'sequence' ? node.items.length : 0;
}

/** Adds to a collection, or makes one of an empty value, `{}` or `[]`. */
function addEntry(
  { text, style }: OperationContext,
  place: FieldPlace,
  entry: NewEntry,
): Result<readonly TextEdit[]> {
  const { node } = place;
  if (node.kind === 'alias') {
    return refuse(insideAlias(node.name));
  }
  const isRightKind = node.kind === (entry.key === null ? 'sequence' : 'mapping');
  if (isNull(node) || (isRightKind && isFlow(node) && entryCount(place) === 0)) {
    const value: FieldValue = entry.key === null ? [entry.value] : { [entry.key]: entry.value };
    return success(planSet(text, place, value, style));
  }
  if (!isRightKind || !isCollection(place)) {
    return refuse('Nothing can be added here, because the field holds a value of another kind.');
  }
  return place.node.kind === 'mapping' && place.node.implicit
    ? refuse(IMPLICIT)
    : success(planInsert(text, place, entry, style));
}

function isNull(node: YamlNode): boolean {
  return (
    node.kind === 'scalar' &&
    (node.style === 'empty' || (node.style === 'plain' && /^(?:~|null|Null|NULL)$/.test(node.text)))
  );
}

function isFlow(node: YamlNode): boolean {
  return (node.kind === 'mapping' || node.kind === 'sequence') && node.flow;
}

/** Whether a value can be written at all: not endless, no undefined parts. */
export function isWritable(value: FieldValue, budget = { left: 100_000 }): boolean {
  budget.left--;
  if (budget.left < 0) {
    return false;
  }
  if (typeof value !== 'object' || value === null) {
    const isOddNumber = typeof value === 'number' && !Number.isFinite(value);
    return value !== undefined && !isOddNumber;
  }
  const parts = isList(value) ? value : Object.values(value);
  return parts.every((part) => isWritable(part, budget));
}
