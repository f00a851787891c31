import type { FieldPath } from '../../documents/field-path.ts';
import type { ChangeScope } from '../change-scope.ts';
import type { FieldValue } from '../edit-command.ts';
import { type Result, refuse, success } from '../result.ts';

/** One change of a document's value; the path is relative to the document. */
export type FieldOperation = {
  /** Absent: here where that takes little, otherwise refused with the reason. */
  readonly scope?: ChangeScope | undefined;
} & (
  | { readonly kind: 'set'; readonly path: FieldPath; readonly value: FieldValue }
  | {
      readonly kind: 'insert';
      readonly path: FieldPath;
      readonly index: number;
      readonly value: FieldValue;
      /** The item as it is written elsewhere (see `itemLines`), to be written so where that comes out right. */
      readonly lines?: readonly string[];
    }
  | {
      readonly kind: 'move';
      readonly path: FieldPath;
      readonly from: number;
      readonly to: number;
    }
  /** Puts a copy of an item of the sequence at `path` behind it, its layout and comments included. */
  | { readonly kind: 'copy'; readonly path: FieldPath; readonly index: number }
  | { readonly kind: 'remove'; readonly path: FieldPath }
  | { readonly kind: 'rename-key'; readonly path: FieldPath; readonly key: string }
);

/** The value after `operation`; what it does not touch is shared with `root`, which stays as it is. */
export function applyToValue(root: unknown, operation: FieldOperation): Result<unknown> {
  switch (operation.kind) {
    case 'set':
      return updateAt(root, operation.path, () => success(operation.value));
    case 'insert':
      return updateAt(root, operation.path, (value) => insertItem(value, operation));
    case 'move':
      return updateAt(root, operation.path, (value) => moveItem(value, operation));
    case 'copy':
      return updateAt(root, operation.path, (value) => copyItem(value, operation.index));
    case 'remove':
      return updateParent(root, operation.path, removeEntry);
    case 'rename-key':
      return updateParent(root, operation.path, (parent, key) =>
        renameKey(parent, key, operation.key),
      );
  }
}

/** The value at `path`, or undefined. */
export function valueAt(root: unknown, path: FieldPath): unknown {
  let value = root;
  for (const segment of path) {
    if (Array.isArray(value)) {
      value = typeof segment === 'number' ? value[segment] : undefined;
    } else if (isRecord(value) && Object.hasOwn(value, String(segment))) {
      value = value[String(segment)];
    } else {
      return undefined;
    }
  }
  return value;
}

/** Whether the value is a mapping. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NO_SUCH_FIELD = 'There is no such field any more. Select it again and repeat the change.';

function updateAt(
  value: unknown,
  path: FieldPath,
  change: (value: unknown) => Result<unknown>,
): Result<unknown> {
  const [segment, ...rest] = path;
  if (segment === undefined) {
    return change(value);
  }
  if (Array.isArray(value)) {
    if (typeof segment !== 'number' || segment < 0 || segment > value.length) {
      return refuse(NO_SUCH_FIELD);
    }
    const item = updateAt(value[segment], rest, change);
    return item.ok
      ? success([...value.slice(0, segment), item.value, ...value.slice(segment + 1)])
      : item;
  }
  if (value === null || value === undefined) {
    const isList = typeof segment === 'number';
    return isList && segment > 0 ? refuse(NO_SUCH_FIELD) : updateAt(isList ? [] : {}, path, change);
  }
  if (!isRecord(value)) {
    return refuse(
      `The field "${String(segment)}" cannot be written, because what should hold it is a plain value now.`,
    );
  }
  const key = String(segment);
  const field = updateAt(Object.hasOwn(value, key) ? value[key] : undefined, rest, change);
  return field.ok ? success(withField(value, key, field.value)) : field;
}

/** A copy with the field set, in place where it exists; safe for keys such as `__proto__`. */
function withField(
  value: Readonly<Record<string, unknown>>,
  key: string,
  field: unknown,
): Readonly<Record<string, unknown>> {
  const pairs = Object.entries(value);
  return Object.hasOwn(value, key)
    ? Object.fromEntries(pairs.map(([name, old]) => [name, name === key ? field : old]))
    : Object.fromEntries([...pairs, [key, field]]);
}

function updateParent(
  root: unknown,
  path: FieldPath,
  change: (parent: unknown, segment: string | number) => Result<unknown>,
): Result<unknown> {
  const segment = path.at(-1);
  if (segment === undefined) {
    return refuse('The whole document cannot be changed this way.');
  }
  if (valueAt(root, path) === undefined) {
    return refuse(NO_SUCH_FIELD);
  }
  return updateAt(root, path.slice(0, -1), (parent) => change(parent, segment));
}

function insertItem(
  value: unknown,
  { index, value: item }: { readonly index: number; readonly value: FieldValue },
): Result<unknown> {
  if (value !== null && value !== undefined && !Array.isArray(value)) {
    return refuse('An item can only be added to a list, and this field holds something else.');
  }
  const list = value ?? [];
  return index >= 0 && index <= list.length
    ? success([...list.slice(0, index), item, ...list.slice(index)])
    : refuse(NO_SUCH_FIELD);
}

function moveItem(
  value: unknown,
  { from, to }: { readonly from: number; readonly to: number },
): Result<unknown> {
  const isInside = (index: number) =>
    Array.isArray(value) && Number.isInteger(index) && index >= 0 && index < value.length;
  if (!Array.isArray(value) || !isInside(from) || !isInside(to)) {
    return refuse(NO_SUCH_FIELD);
  }
  const list: unknown[] = [...value];
  list.splice(to, 0, ...list.splice(from, 1));
  return success(list);
}

function copyItem(value: unknown, index: number): Result<unknown> {
  return Array.isArray(value) && index >= 0 && index < value.length
    ? success([...value.slice(0, index + 1), ...value.slice(index)])
    : refuse(NO_SUCH_FIELD);
}

function removeEntry(parent: unknown, segment: string | number): Result<unknown> {
  if (Array.isArray(parent)) {
    return success(parent.filter((_, index) => index !== segment));
  }
  return isRecord(parent)
    ? success(Object.fromEntries(Object.entries(parent).filter(([key]) => key !== String(segment))))
    : refuse(NO_SUCH_FIELD);
}

function renameKey(parent: unknown, segment: string | number, key: string): Result<unknown> {
  if (!isRecord(parent)) {
    return refuse('Only a field with a name can be renamed, and this is an item of a list.');
  }
  if (key !== segment && Object.hasOwn(parent, key)) {
    return refuse(`There is a field "${key}" already.`);
  }
  const pairs = Object.entries(parent);
  return success(
    Object.fromEntries(
      pairs.map(([name, value]) => [name === String(segment) ? key : name, value]),
    ),
  );
}
