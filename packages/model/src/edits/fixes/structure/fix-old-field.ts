import type { FieldPath } from '../../../documents/field-path.ts';
import type { EditCommand, FieldValue } from '../../edit-command.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { isWritten, removeField, setField, takeOut } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';

/** An old field: what says it now, or away with it where it has no effect. */
export const fixOldField: Fixer = (fixable) => {
  const name = String(fixable.path.at(-1));
  const renewed = Object.hasOwn(RENEWED, name) ? RENEWED[name]?.(fixable) : undefined;
  if (renewed !== undefined) return renewed;
  const isIgnored = /no effect|ignores/.test(fixable.diagnostic.message);
  return isIgnored ? takeOut(fixable) : [];
};

const RENEWED: Readonly<Record<string, (fixable: Fixable) => readonly QuickFix[]>> = {
  allowOrigin: renewOrigins,
  percent: (fixable) => renewAs(fixable, 'percentage', (value) => ({ value })),
  mirrorPercent: (fixable) => renewAs(fixable, 'mirrorPercentage', (value) => ({ value })),
  mirror_percent: (fixable) => renewAs(fixable, 'mirrorPercentage', (value) => ({ value })),
  consecutiveErrors: (fixable) => [
    ...rename(fixable, 'consecutiveGatewayErrors'),
    ...rename(fixable, 'consecutive5xxErrors'),
  ],
  minimumRingSize: (fixable) =>
    renewAs(fixable, 'ringHash', (value) => ({ minimumRingSize: value })),
  exponentialDelay: (fixable) => rename(fixable, 'fixedDelay'),
  targetRef: (fixable) => renewAs(fixable, 'targetRefs', (value) => [value]),
  egressProxy: takeOut,
};

/** The old field gives way to a new one that holds its value. */
function renewAs(
  { resource, path }: Fixable,
  name: string,
  toValue: (value: FieldValue) => FieldValue,
): readonly QuickFix[] {
  const place: FieldPath = [...path.slice(0, -1), name];
  const value = valueAt(resource.value, path) as FieldValue | undefined;
  if (value === undefined || value === null) return [];
  if (isWritten(resource, place))
    return [{ title: `Keep ${name} alone`, commands: [removeField(resource.id, path)] }];
  const wanted = toValue(value);
  const commands: readonly EditCommand[] = [
    { kind: 'rename-key', resource: resource.id, path, key: name },
    setField(resource.id, place, wanted),
  ];
  return [{ title: `Write it as ${name}`, commands }];
}

function rename({ resource, path }: Fixable, key: string): readonly QuickFix[] {
  if (isWritten(resource, [...path.slice(0, -1), key])) return [];
  return [
    {
      title: `Rename it to ${key}`,
      commands: [{ kind: 'rename-key', resource: resource.id, path, key }],
    },
  ];
}

/** Origins as texts become origins as matches. */
function renewOrigins(fixable: Fixable): readonly QuickFix[] {
  const list = valueAt(fixable.resource.value, fixable.path);
  if (!Array.isArray(list) || !list.every((one) => typeof one === 'string')) return [];
  return renewAs(fixable, 'allowOrigins', () =>
    list.map((origin): FieldValue => (origin === '*' ? { regex: '.*' } : { exact: origin })),
  );
}
