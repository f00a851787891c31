import type { Field } from './field.ts';
import { nearestWords } from './nearest-words.ts';
import { whyNotKey, whyNotNumber, whyNotText } from './values/format-rules.ts';
import { whyNotWithinItems, whyNotWithinNumber, whyNotWithinText } from './values/limit-rules.ts';
import { meantTexts } from './values/meant-texts.ts';
import { quoted } from './values/quoted.ts';
import type { RegexCheck } from './values/regex-rules.ts';

/** What is wrong with a value. */
export interface ValueProblem {
  /** `type`: it is no such thing. `choice`: it is none of the values that are allowed. `form`: what it has to look like, or its limits. */
  readonly about: 'type' | 'choice' | 'form';
  /** In words of a beginner, with what to write instead. */
  readonly reason: string;
  /** Values that may have been meant, the likeliest first; often none. */
  readonly instead: readonly (string | number | boolean)[];
}

type Scalar = string | number | boolean;

const TOLD = 3;

function problem(
  about: ValueProblem['about'],
  reason: string,
  instead: readonly Scalar[] = [],
): ValueProblem {
  return { about, reason, instead };
}

/** Whether the values of the field must never be shown. */
export function isSecret({ format }: Field): boolean {
  return format === 'secret-text' || format === 'secret-base64';
}

function readBoolean(value: Scalar): readonly boolean[] {
  const word = String(value).toLowerCase();
  if (['true', 'yes', 'on'].includes(word)) return [true];
  return ['false', 'no', 'off'].includes(word) ? [false] : [];
}

function readNumber(value: Scalar, isWhole: boolean): readonly number[] {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return (isWhole ? Number.isSafeInteger(number) : Number.isFinite(number)) ? [number] : [];
}

function expectBoolean(value: Scalar): ValueProblem {
  return problem(
    'type',
    'Either true or false has to stand here, without quotes.',
    readBoolean(value),
  );
}

function expectNumber(value: Scalar, isWhole: boolean): ValueProblem {
  const instead = readNumber(value, isWhole);
  const what = isWhole ? 'A whole number' : 'A number';
  return instead.length > 0
    ? problem('type', `${what} has to stand here. Write it without quotes: ${instead[0]}.`, instead)
    : problem('type', `${what} has to stand here.`);
}

/** What is wrong with the text itself comes before its quotes, which alone would not mend it. */
function expectText(value: Scalar, field: Field, checkRegex: RegexCheck): ValueProblem {
  const text = String(value);
  const inside =
    field.values.length > 0 ? checkListed(field, text) : checkText(field, text, checkRegex);
  if (inside !== null) return inside;
  return isSecret(field)
    ? problem('type', 'A text has to stand here. Put it in quotes.')
    : problem('type', `A text has to stand here. In quotes it is one: "${text}".`, [text]);
}

/** A scalar where one has to be, of a type that the field does not have. */
function expectScalar(value: Scalar, field: Field, checkRegex: RegexCheck): ValueProblem {
  const types = new Set<string>(field.types);
  if (types.has('string')) {
    return types.size === 1
      ? expectText(value, field, checkRegex)
      : problem('type', 'A text or number has to stand here.');
  }
  return types.has('boolean') ? expectBoolean(value) : expectNumber(value, !types.has('number'));
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function hasType(field: Field, value: Scalar): boolean {
  const types: readonly string[] = field.types;
  return types.includes(typeof value) || (types.includes('integer') && Number.isInteger(value));
}

function checkText(field: Field, text: string, checkRegex: RegexCheck): ValueProblem | null {
  const { format, limits } = field;
  const why = format === null ? null : whyNotText(format, text, checkRegex);
  if (why !== null) return problem('form', why, format === null ? [] : meantTexts(format, text));
  const limit = whyNotWithinText(limits, text);
  if (limit === null) return null;
  return problem(
    'form',
    isSecret(field) ? 'The value is too short, too long or of another form.' : limit,
  );
}

function checkNumber({ format, limits }: Field, value: number): ValueProblem | null {
  const why = format === null ? null : whyNotNumber(format, value);
  const reason = why ?? whyNotWithinNumber(limits, value);
  return reason === null ? null : problem('form', reason, nearestAllowed(format, value));
}

/** A percentage or weight that is too much or too little is the most or least there is; of other numbers nobody knows. */
function nearestAllowed(format: Field['format'], value: number): readonly number[] {
  if (format === 'weight') return [0];
  const isPercentage = format === 'percentage' || format === 'fault-percentage';
  if (!isPercentage) return [];
  return [value > 100 ? 100 : value < 0 ? 0 : 0.0001];
}

function checkListed({ values }: Field, value: Scalar): ValueProblem | null {
  const text = String(value);
  if (values.includes(text)) return null;
  return problem(
    'choice',
    `${quoted(text)} is not allowed here. ${values.length === 1 ? 'Only' : 'One of these is:'} ${values.join(', ')}.`,
    nearestWords(text, values).slice(0, TOLD),
  );
}

function checkScalar(field: Field, value: unknown, checkRegex: RegexCheck): ValueProblem | null {
  if (!isScalar(value)) return problem('type', 'A single value has to stand here, not several.');
  if (!hasType(field, value)) return expectScalar(value, field, checkRegex);
  if (field.values.length > 0) return checkListed(field, value);
  if (typeof value === 'string') return checkText(field, value, checkRegex);
  return typeof value === 'number' ? checkNumber(field, value) : null;
}

function checkItems({ limits }: Field, count: number): ValueProblem | null {
  const reason = whyNotWithinItems(limits, count);
  return reason === null ? null : problem('form', reason);
}

/**
 * What is wrong with the value of a field, seen alone: its type, what it has to look like, and the
 * limits of the published schema; null where nothing is. Of a list or map the number of entries
 * counts, and not what they are. `null` in YAML is as if the field were not there. Regular
 * expressions are checked where `checkRegex` is given.
 */
export function checkValue(
  field: Field,
  value: unknown,
  checkRegex: RegexCheck = () => null,
): ValueProblem | null {
  if (value === null || value === undefined) return null;
  const isList = Array.isArray(value);
  const entries = typeof value === 'object' ? Object.keys(value).length : -1;
  switch (field.type) {
    case 'any':
      return null;
    case 'list':
      return isList
        ? checkItems(field, entries)
        : problem('type', 'A list has to stand here: each entry on a line that begins with "- ".');
    case 'map':
    case 'object':
      return entries >= 0 && !isList
        ? checkItems(field, entries)
        : problem('type', 'Fields have to stand here, each on a line of its own: "name: value".');
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'union':
      return checkScalar(field, value, checkRegex);
  }
}

/** What is wrong with a key of a map; null where nothing is. */
export function checkKey({ keyFormat }: Field, key: string): ValueProblem | null {
  const reason = keyFormat === null ? null : whyNotKey(keyFormat, key);
  return reason === null ? null : problem('form', reason);
}
