import {
  fieldOf,
  recordField,
  textsField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import { compareText } from '../../../text/compare-text.ts';
import type { HeaderChanges, HeaderValue } from '../../route-config.ts';

/** Nothing is done to headers. */
export const NO_CHANGES: HeaderChanges = { values: [], remove: [] };

/** What a `headers.request` or `headers.response` says. What is no header for Envoy is left out. */
export function readHeaderChanges(written: ValueRecord): HeaderChanges {
  return {
    values: [...readValues(written, 'set'), ...readValues(written, 'add')],
    remove: textsField(written, 'remove').filter((name) => !isInternal(name)),
  };
}

function readValues(written: ValueRecord, field: 'set' | 'add'): readonly HeaderValue[] {
  return Object.entries(recordField(written, field))
    .flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, value, isAdded: field === 'add' }] : [],
    )
    .filter(({ name }) => !isInternal(name))
    .toSorted((one, other) => compareText(one.name, other.name));
}

/** The one first, then the other. */
export function joinChanges(one: HeaderChanges, other: HeaderChanges): HeaderChanges {
  return {
    values: [...one.values, ...other.values],
    remove: [...one.remove, ...other.remove],
  };
}

/** The Host that `headers.request` asks for, by `set` before `add`; null: none. */
export function hostChange(written: ValueRecord): string | null {
  for (const field of ['set', 'add']) {
    const values = recordField(written, field);
    const name = Object.keys(values).findLast(isAuthority);
    const value = name === undefined ? null : fieldOf(values, name);
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
}

function isAuthority(name: string): boolean {
  return [':authority', 'host'].includes(name.toLowerCase());
}

function isInternal(name: string): boolean {
  return name.startsWith(':') || name.toLowerCase() === 'host';
}
