import type { EditCommand, FieldValue } from '../../edit-command.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { isWritten, removeField, setField } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A part of the request that is asked for as a header: the field of the match that is for it. */
export const fixPartAsHeader: Fixer = ({ resource, path, diagnostic }) => {
  const { field } = diagnostic.data;
  const headers = path.slice(0, -1);
  const block = path.slice(0, -2);
  const value = valueAt(resource.value, path);
  if (typeof field !== 'string' || value === undefined || value === null) return [];
  if (isWritten(resource, [...block, field])) return [];
  const all = valueAt(resource.value, headers);
  const isAlone = typeof all === 'object' && Object.keys(all ?? {}).length === 1;
  const commands: readonly EditCommand[] = [
    setField(resource.id, [...block, field], value as FieldValue),
    removeField(resource.id, isAlone ? headers : path),
  ];
  return [{ title: `Match it by the field ${field}`, commands }];
};

/** A fault for no request: one for all of them. */
export const fixIdleFault: Fixer = ({ resource, path }) => [
  {
    title: 'Let it happen for all requests',
    commands: [setField(resource.id, [...path, 'percentage'], { value: 100 })],
  },
];
