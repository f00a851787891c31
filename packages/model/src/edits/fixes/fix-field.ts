import type { FieldPath } from '../../documents/field-path.ts';
import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { EditCommand, FieldValue } from '../edit-command.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';
import type { Fixable, Fixer, QuickFix } from './quick-fix.ts';

/** A command that gives a field this value. */
export function setField(resource: ResourceId, path: FieldPath, value: FieldValue): EditCommand {
  return { kind: 'set', resource, path, value };
}

/** A command that takes a field or item away. */
export function removeField(resource: ResourceId, path: FieldPath): EditCommand {
  return { kind: 'remove', resource, path };
}

/** A command that puts a value at the end of a list; the list is made where it is missing. */
export function appendItem(resource: Resource, path: FieldPath, value: FieldValue): EditCommand {
  const list = valueAt(resource.value, path);
  return Array.isArray(list)
    ? { kind: 'insert', resource: resource.id, path, index: list.length, value }
    : setField(resource.id, path, [value]);
}

/** What stands at the finding's field; undefined where it is absent. */
export function valueHere({ resource, path }: Fixable): unknown {
  return valueAt(resource.value, path);
}

/** The text at the finding's field; null where there is something else. */
export function textHere(fixable: Fixable): string | null {
  const value = valueHere(fixable);
  return typeof value === 'string' ? value : null;
}

/** Whether something is written there. */
export function isWritten(resource: Resource, path: FieldPath): boolean {
  const value = valueAt(resource.value, path);
  return value !== undefined && value !== null;
}

/** A fix that gives the finding's field another value. */
export function writeFix(fixable: Fixable, value: FieldValue, title?: string): QuickFix {
  const { resource, path } = fixable;
  const name = typeof path.at(-1) === 'string' ? `${path.at(-1)}: ` : '';
  return {
    title: title ?? `Write ${name}${showValue(value)}`,
    commands: [setField(resource.id, path, value)],
  };
}

/** A fix that gives a field another value; the path is of the resource. */
export function writeAtFix(
  fixable: Fixable,
  path: FieldPath,
  value: FieldValue,
  title?: string,
): QuickFix {
  return writeFix({ ...fixable, path }, value, title);
}

/** A fix that takes a field or item away; the finding's where no other is said. */
export function takeOutFix({ resource, path: own }: Fixable, path: FieldPath = own): QuickFix {
  const value = valueAt(resource.value, path);
  const isItem = typeof path.at(-1) === 'number';
  const what =
    isItem && (typeof value === 'string' || typeof value === 'number') ? value : nameOf(path);
  return { title: `Take ${what} out`, commands: [removeField(resource.id, path)] };
}

/** What is written there has no use: take it out. */
export const takeOut: Fixer = (fixable) =>
  valueHere(fixable) === undefined ? [] : [takeOutFix(fixable)];

/** A field in words: its name, or which entry of which list. */
export function nameOf(path: FieldPath): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return last ?? 'the resource';
  const list = path.findLast((step) => typeof step === 'string');
  return `entry ${last + 1} of ${list ?? 'the list'}`;
}

/** A value as a title shows it: YAML on one line. */
export function showValue(value: FieldValue): string {
  if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
  if (!isRecord(value)) return value === null ? 'null' : String(value);
  const pairs = Object.entries(value).map(
    ([key, one]) => `${key}: ${showValue(one as FieldValue)}`,
  );
  return `{${pairs.join(', ')}}`;
}
