import type { Resource } from '../../resources/resource.ts';
import { fieldOf, isRecord, type ValueRecord } from '../../resources/tolerant-value.ts';
import type { Field } from '../../schema/field.ts';
import { findRootField } from '../../schema/field-dictionary.ts';
import type { FieldFormat } from '../../schema/field-format.ts';
import { readDuration } from '../../schema/values/time-rules.ts';
import { shapeOf } from '../checks/structure/field-shape.ts';
import type { Schema } from '../engine/check.ts';

/**
 * Whether Go can make the resource of what is written: a number where a text has to be, or the
 * reverse, and it cannot, and istioctl leaves out the whole resource, as it does one of a version that
 * its kind does not have. Fields that it does not know it passes by; of kinds that are not Istio's it
 * is not asked.
 */
export function canDecode(resource: Resource, { dictionary }: Pick<Schema, 'dictionary'>): boolean {
  if (!resource.group.endsWith('istio.io')) return true;
  const root = findRootField(dictionary, resource);
  return root !== undefined && fits(root, resource.value);
}

function fits(field: Field, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  switch (field.type) {
    case 'any':
      return true;
    case 'list':
      return Array.isArray(value) && value.every((item) => fitsItem(field, item));
    case 'map':
      return (
        isRecord(value) && Object.keys(value).every((key) => fitsItem(field, fieldOf(value, key)))
      );
    case 'object':
      return isRecord(value) && fitsFields(field, value);
    default:
      return field.types.some((type) => fitsScalar(type, field, value));
  }
}

function fitsItem({ items }: Field, item: unknown): boolean {
  return items === null || fits(items, item);
}

function fitsFields(field: Field, object: ValueRecord): boolean {
  const { byName } = shapeOf(field);
  return Object.keys(object).every((name) => {
    const child = byName.get(name);
    return child === undefined || fits(child, fieldOf(object, name));
  });
}

const DURATIONS: readonly (FieldFormat | null)[] = ['duration', 'duration-or-zero', 'seconds'];

/** Numbers may stand in quotes; a choice may be its number. */
function fitsScalar(type: Field['types'][number], field: Field, value: unknown): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return fitsInteger(value);
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value));
    case 'string':
      if (field.values.length > 0)
        return Number.isInteger(value) || field.values.includes(String(value));
      if (DURATIONS.includes(field.format))
        return typeof value === 'string' && readDuration(value) !== null;
      if (field.name === 'bytes') return typeof value === 'string' && BASE64.test(value);
      return typeof value === 'string';
  }
}

/** As JSON writes them, also in quotes. */
const NUMBER = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?|NaN|-?Infinity)$/i;
const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const BASE64 = /^(?:[\w+/-]{4})*(?:[\w+/-]{2}(?:==)?|[\w+/-]{3}=?)?$/;

/** Of 32 bits, with a sign or without. */
function fitsInteger(value: unknown): boolean {
  const number = typeof value === 'string' && INTEGER.test(value) ? Number(value) : value;
  return Number.isInteger(number) && Number(number) >= -(2 ** 31) && Number(number) < 2 ** 32;
}
