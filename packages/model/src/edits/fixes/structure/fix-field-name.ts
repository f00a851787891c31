import type { FieldPath } from '../../../documents/field-path.ts';
import { rangeOfKey, rangeOfPath } from '../../../documents/find-node.ts';
import { lineEnd, lineStart } from '../../../text/line-index.ts';
import type { FieldValue } from '../../edit-command.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { isWritten, nameOf, removeField, setField, takeOut } from '../fix-field.ts';
import type { Fixable, Fixer } from '../quick-fix.ts';

/** A field that the kind does not have: the one that is meant, or none. */
export const fixFieldName: Fixer = (fixable) => {
  const { resource, path, diagnostic } = fixable;
  const { meant } = diagnostic.data;
  const names = Array.isArray(meant) ? meant.map(String) : [];
  const renamed = names
    .filter((key) => !isWritten(resource, [...path.slice(0, -1), key]))
    .map((key) => ({
      title: `Rename it to ${key}`,
      commands: [{ kind: 'rename-key', resource: resource.id, path, key } as const],
    }));
  return names.length > 0 ? renamed : takeOut(fixable);
};

/** A field on the wrong level: to where it belongs, if that is one place and free. */
export const fixFieldLevel: Fixer = (fixable) => {
  const { resource, path, diagnostic } = fixable;
  const { target } = diagnostic.data;
  const value = valueAt(resource.value, path);
  if (!Array.isArray(target) || value === undefined || value === null) return [];
  const place: FieldPath = target;
  if (isWritten(resource, place) || !isOnlyPlace(fixable, place) || hasComment(fixable)) return [];
  const parent = path.slice(0, -1);
  const around = valueAt(resource.value, parent);
  const isAlone = typeof around === 'object' && Object.keys(around ?? {}).length === 1;
  // What it leaves behind empty had no other meaning.
  const doomed = isAlone && parent.length > 1 && !isWithin(place, parent) ? parent : path;
  return [
    {
      title: `Move ${nameOf(path)} to ${place.slice(0, -1).map(String).join('.') || 'the top'}`,
      commands: [
        setField(resource.id, place, value as FieldValue),
        removeField(resource.id, doomed),
      ],
    },
  ];
};

function isWithin(path: FieldPath, parent: FieldPath): boolean {
  return parent.every((step, index) => path[index] === step);
}

/** Where the lists on the way have several entries, only the one that the field is in can be meant. */
function isOnlyPlace({ resource, path }: Fixable, place: FieldPath): boolean {
  return place.every((step, index) => {
    if (typeof step !== 'number') return true;
    const before = place.slice(0, index);
    const list = valueAt(resource.value, before);
    const isOwn = [...before, step].every((one, at) => path[at] === one);
    return isOwn || !Array.isArray(list) || list.length < 2;
  });
}

/** A comment in it would get lost on the way. */
function hasComment({ resource, path }: Fixable): boolean {
  const { document } = resource;
  const whole = [...resource.path, ...path];
  const start = lineStart(document.text, rangeOfKey(document, whole).start);
  const end = lineEnd(document.text, rangeOfPath(document, whole).end);
  return /(?:^|\s)#/m.test(document.text.slice(start, end));
}
