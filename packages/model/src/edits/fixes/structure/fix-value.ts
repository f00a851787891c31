import { isFilledInLater } from '../../../diagnostics/facts/is-filled-in-later.ts';
import type { FieldValue } from '../../edit-command.ts';
import { isRecord } from '../../fields/field-operation.ts';
import { showValue, valueHere, writeFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A value that its field does not take: the one that is meant, where that is clear. */
export const fixValue: Fixer = (fixable) => {
  const { instead } = fixable.diagnostic.data;
  const old = valueHere(fixable);
  if (!isScalar(instead) || isFilledInLater(old)) return [];
  const value = instead;
  const isSameText = String(old) === String(value);
  const title = !isSameText
    ? `Write ${showValue(value)}`
    : typeof value === 'string'
      ? `Put ${value} in quotes`
      : `Write ${value} without quotes`;
  return [writeFix(fixable, value, title)];
};

/** A value of another type: quotes, or a list, as the field has it. */
export const fixType: Fixer = (fixable) => {
  const told = fixValue(fixable);
  if (told.length > 0) return told;
  const { expected } = fixable.diagnostic.data;
  const value = valueHere(fixable);
  if (expected === 'list' && isScalar(value))
    return [writeFix(fixable, [value], 'Make it a list with this one entry')];
  const [only, ...others] = Array.isArray(value) ? value : [];
  const isPlain = ['string', 'integer', 'number', 'boolean', 'union'].includes(String(expected));
  if (isPlain && others.length === 0 && isScalar(only))
    return [writeFix(fixable, only, 'Make it a single value')];
  if (expected === 'object' && others.length === 0 && isRecord(only))
    return [writeFix(fixable, only as FieldValue, 'Make it one, and no list')];
  return [];
};

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
