import type { FieldPath } from '../../documents/field-path.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';

/**
 * Field paths with gaps, such as `spec.http[].route[].destination.host`: `[]` stands for every item of
 * a list, `{a,b.c}` for either, `[example.com/key]` for a key with dots, and `[key=value]` for the items
 * whose field `key` has that text.
 */
export type FieldPattern = readonly FieldStep[];

type FieldStep =
  | { readonly kind: 'key'; readonly key: string }
  | {
      readonly kind: 'items';
      readonly where: { readonly key: string; readonly text: string } | null;
    };

/** A field that a pattern stands for; the path is relative to the value that was searched. */
export interface FoundField {
  readonly path: FieldPath;
  readonly value: unknown;
}

/** The patterns that a written one stands for: as many as its braces have choices. */
export function parseFieldPatterns(written: string): readonly FieldPattern[] {
  const braces = /\{([^{}]*)\}/.exec(written);
  if (braces === null) {
    return [parseSteps(written)];
  }
  const before = written.slice(0, braces.index);
  const after = written.slice(braces.index + braces[0].length);
  return (braces[1] ?? '')
    .split(',')
    .flatMap((choice) => parseFieldPatterns(before + choice + after));
}

/** The fields of `value` that the pattern stands for, in order; those that are absent are left out. */
export function findFields(value: unknown, pattern: FieldPattern): readonly FoundField[] {
  let found: readonly FoundField[] = [{ path: [], value }];
  for (const step of pattern) {
    found = found.flatMap((field) => fieldsBelow(field, step));
  }
  return found;
}

function parseSteps(written: string): FieldPattern {
  const steps: FieldStep[] = [];
  for (const [, key, inBrackets] of written.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
    const condition = /^([^=]+)=(.*)$/.exec(inBrackets ?? '');
    if (condition !== null) {
      const [, name = '', text = ''] = condition;
      steps.push({ kind: 'items', where: { key: name, text } });
    } else if (inBrackets === '') {
      steps.push({ kind: 'items', where: null });
    } else {
      steps.push({ kind: 'key', key: key ?? inBrackets ?? '' });
    }
  }
  return steps;
}

function fieldsBelow({ path, value }: FoundField, step: FieldStep): readonly FoundField[] {
  if (step.kind === 'key') {
    const has = isRecord(value) && Object.hasOwn(value, step.key);
    return has ? [{ path: [...path, step.key], value: value[step.key] }] : [];
  }
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const { where } = step;
  return items.flatMap((item, index) =>
    where === null || valueAt(item, [where.key]) === where.text
      ? [{ path: [...path, index], value: item }]
      : [],
  );
}
