import type { FieldPath } from '../../../documents/field-path.ts';
import { fieldOf, isRecord, type ValueRecord } from '../../../resources/tolerant-value.ts';

/** A value of a manifest that knows where it stands. What is absent has a place too. */
export interface Place {
  readonly value: unknown;
  /** Key or index in what is around it; null at the top. */
  readonly step: string | number | null;
  readonly around: Place | null;
}

/** The manifest itself. */
export function topPlace(value: unknown): Place {
  return { value, step: null, around: null };
}

/** The path from the manifest. */
export function pathOf({ step, around }: Place): FieldPath {
  return step === null || around === null ? [] : [...pathOf(around), step];
}

/** The field by this name, and from there on. Istio also takes the name that it has in the protobuf: `sni_hosts`. */
export function at(place: Place, ...names: readonly string[]): Place {
  let found = place;
  for (const name of names) {
    const { value } = found;
    const step = isRecord(value) && !Object.hasOwn(value, name) ? findOldName(value, name) : name;
    found = { value: isRecord(value) ? fieldOf(value, step) : undefined, step, around: found };
  }
  return found;
}

const OLD_NAMES = new Map<string, string>();

function findOldName(record: ValueRecord, name: string): string {
  let old = OLD_NAMES.get(name);
  if (old === undefined) {
    old = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    OLD_NAMES.set(name, old);
  }
  return old !== name && Object.hasOwn(record, old) ? old : name;
}

/** The items of a list; none where it is absent or no list. */
export function itemsOf(place: Place): readonly Place[] {
  const { value } = place;
  return Array.isArray(value)
    ? value.map((item: unknown, step) => ({ value: item, step, around: place }))
    : [];
}

/** The values of a map, each with its key as step; none where it is absent or no map. */
export function entriesOf(place: Place): readonly Place[] {
  const { value } = place;
  return isRecord(value)
    ? Object.keys(value).map((step) => ({ value: fieldOf(value, step), step, around: place }))
    : [];
}

/** The key of an entry. */
export function keyOf({ step }: Place): string {
  return String(step);
}

/** Whether something is written there; `null` counts as nothing, as it does for Istio. */
export function isSet({ value }: Place): boolean {
  return value !== undefined && value !== null;
}

/** Whether it is a list or map with something in it. */
export function isFilled({ value }: Place): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Whether it is absent or an empty list: what is no list at all is a mistake of another kind. */
export function isEmptyList({ value }: Place): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** The text; empty where it is absent, null where something else is written. */
export function readText({ value }: Place): string | null {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : null;
}

/** The text; empty where there is none. */
export function textOf(place: Place): string {
  return readText(place) ?? '';
}

/** The number, also one in quotes; 0 where it is absent, not a number where something else is written. */
export function numberOf({ value }: Place): number {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
}

/** Whether it is set to true. */
export function isOn({ value }: Place): boolean {
  return value === true;
}
