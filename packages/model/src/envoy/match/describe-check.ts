import {
  fieldOf,
  isRecord,
  recordField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { ConditionCheck } from './condition-checks.ts';

/** Why a condition of a match block does not hold, in words: `prefix /api does not match /cart`. */
export function describeCheck(check: ConditionCheck, block: ValueRecord): string {
  const { part, name, actual, holds } = check;
  if (holds === null)
    return name.startsWith('@')
      ? `whether the token has ${name} is not known here, so it is taken not to`
      : `${wanted(written(check, block))} cannot be tried`;
  const condition = written(check, block);
  switch (part) {
    case 'uri':
      return `${wanted(condition)} does not match ${actual}${hint(condition)}`;
    case 'method':
      return `the method is ${actual}, and not ${meant(condition)}`;
    case 'authority':
      return `the host as it is sent is ${actual}, and not ${meant(condition)}`;
    case 'scheme':
      return `the scheme is ${actual}, and not ${meant(condition)}`;
    case 'headers':
      return actual === null
        ? `there is no header ${name}`
        : `the header ${name} is "${actual}", and not ${meant(condition)}`;
    case 'withoutHeaders':
      return actual === null
        ? `a header ${name} that is not there counts as empty, and fits ${meant(condition)}`
        : `the header ${name} is there ("${actual}"), and must not be`;
    case 'queryParams':
      return actual === null
        ? `there is no query parameter ${name}`
        : `the query parameter ${name} is "${actual}", and not ${meant(condition)}`;
  }
}

/** The condition as the manifest has it. */
function written({ part, name }: ConditionCheck, block: ValueRecord): ValueRecord {
  const own = fieldOf(block, part);
  if (name === '') return isRecord(own) ? own : {};
  const named = recordField(block, part);
  const key = Object.keys(named).find((one) => one === name || one.toLowerCase() === name);
  return key === undefined ? {} : recordField(named, key);
}

function wanted(condition: ValueRecord): string {
  const kind = kindOf(condition);
  return kind === '' ? 'the condition' : `${kind} ${String(condition[kind])}`;
}

function meant(condition: ValueRecord): string {
  const kind = kindOf(condition);
  const text = `"${String(condition[kind])}"`;
  if (kind === 'exact') return text;
  if (kind === 'prefix') return `one that begins with ${text}`;
  return kind === 'regex' ? `one that ${text} matches as a whole` : 'what is wanted';
}

function kindOf(condition: ValueRecord): string {
  return ['exact', 'prefix', 'regex'].find((kind) => kind in condition) ?? '';
}

/** What people take regular expressions for. */
function hint(condition: ValueRecord): string {
  return 'regex' in condition ? ' as a whole' : '';
}
