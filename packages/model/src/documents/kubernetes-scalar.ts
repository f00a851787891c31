// How go-yaml v2 types a scalar. kubectl and istiod read YAML with it (through sigs.k8s.io/yaml),
// so this and not the YAML specification says what a manifest means. Follows resolve.go of v2.4.

import { decodeBase64 } from './binary-scalar.ts';

/** The value of a plain scalar without a tag. A number beyond 2^53 is rounded; infinities and NaN are returned as such. */
export function resolvePlainScalar(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if (isDigit(first) || first === 43 || first === 45) return resolveNumber(text) ?? text;
  if (first === 46) return resolveDotted(text) ?? text;
  if (text.length > 5 || !WORD_STARTS.has(first)) return text === '' ? null : text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}

/** The value of a tagged scalar, or `undefined` where Kubernetes refuses the tag for this text. `tag` is in its long form. */
export function resolveTaggedScalar(
  tag: string,
  text: string,
): string | number | boolean | null | undefined {
  if (!tag.startsWith(CORE_TAG)) return text;
  const kind = tag.slice(CORE_TAG.length);
  switch (kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'null': {
      const value = resolvePlainScalar(text);
      return isOfKind(value, kind, text) ? value : undefined;
    }
    case 'timestamp':
      return isTimestamp(text) ? text : undefined;
    case 'binary':
      return decodeBase64(text);
    default:
      return text;
  }
}

/**
 * The name under which Kubernetes files a plain mapping key: `yes` is "true", `0x10` is "16"; null
 * where it refuses the key.
 */
export function resolvePlainKey(text: string): string | null {
  const value = resolvePlainScalar(text);
  if (typeof value === 'string' || value === null) return value;
  if (typeof value === 'boolean') return String(value);
  const integer = text.startsWith('.') ? null : parseInteger(text.replaceAll('_', ''));
  if (integer === null) return formatFloatKey(value);
  return integer < 1n << 63n ? String(integer) : null;
}

/** Does go-yaml take this plain text for a date? It keeps it as text, but YAML 1.1 readers do not. */
export function isTimestamp(text: string): boolean {
  if (!/^\d{4}-/.test(text)) return false;
  const [, year, month, day, ...time] = TIMESTAMP.exec(text) ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return false;
  const [hour = '0', minute = '0', second = '0'] = time.filter((part) => part !== undefined);
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}

const CORE_TAG = 'tag:yaml.org,2002:';

// A time after `T` has a zone, one after a space has none.
const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)| (\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?)?$/;

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ...spellings('y', 'yes', 'true', 'on').map((word) => [word, true] as const),
  ...spellings('n', 'no', 'false', 'off').map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);
const WORD_STARTS: ReadonlySet<number> = new Set(
  [...WORDS.keys()].filter((word) => word !== '').map((word) => word.charCodeAt(0)),
);

const SPECIAL_FLOATS: ReadonlyMap<string, number> = new Map<string, number>([
  ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity] as const),
]);

function spellings(...words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const upper = word.toUpperCase();
    return [...new Set([word, upper.charAt(0) + word.slice(1), upper])];
  });
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A plain text that starts with a digit or a sign. */
function resolveNumber(text: string): number | null {
  const special = SPECIAL_FLOATS.get(text);
  if (special !== undefined) return special;
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  return resolveInteger(plain) ?? resolveFloat(plain);
}

/** Go's ParseInt with base 0, then ParseUint; null where both refuse. */
function resolveInteger(plain: string): number | null {
  // Up to 15 digits a double is exact, and nothing overflows.
  if (/^[-+]?(?:0|[1-9][0-9]{0,14})$/.test(plain)) return Number(plain) || 0;
  const value = parseInteger(plain);
  return value === null ? null : Number(value);
}

function parseInteger(plain: string): bigint | null {
  const [, sign = '', digits] = INTEGER.exec(plain) ?? SIGNED_BINARY.exec(plain) ?? [];
  if (digits === undefined) return null;
  const value = BigInt(toJavaScriptLiteral(digits));
  const limit = sign === '' ? 1n << 64n : sign === '-' ? (1n << 63n) + 1n : 1n << 63n;
  if (value >= limit) return null;
  return sign === '-' ? -value : value;
}

const INTEGER = /^([-+]?)(0[bB][01]+|0[oO]?[0-7]+|0[xX][0-9a-fA-F]+|0|[1-9][0-9]*)$/;

// go-yaml cuts off `0b` and lets Go read the rest as binary, its sign included.
const SIGNED_BINARY = /^0b([-+])([01]+)$/;

/** `0x1F`, `0O17`, `017` as JavaScript writes them. */
function toJavaScriptLiteral(digits: string): string {
  if (!/^0./.test(digits)) return digits;
  return isDigit(digits.charCodeAt(1)) ? `0o${digits.slice(1)}` : digits.toLowerCase();
}

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

function resolveFloat(plain: string): number | null {
  if (!FLOAT.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** A text that starts with a dot goes to Go's ParseFloat as it is: underscores only between digits. */
function resolveDotted(text: string): number | null {
  const special = SPECIAL_FLOATS.get(text);
  if (special !== undefined) return special;
  if (!/^\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?$/.test(text)) return null;
  const value = Number(text.replaceAll('_', ''));
  return Number.isFinite(value) ? value : null;
}

/** As Go's FormatFloat(value, 'g', -1, 32) has it: a key loses precision, and has an exponent from 1e+06 on. */
function formatFloatKey(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf';
  const single = Math.fround(value);
  if (Object.is(single, -0)) return '-0';
  if (!Number.isFinite(single)) return single < 0 ? '-.inf' : '.inf';
  let digits = single.toExponential();
  for (let precision = 0; precision < 9; precision++) {
    digits = single.toExponential(precision);
    if (Math.fround(Number(digits)) === single) break;
  }
  const [mantissa = '0', exponent = '0'] = digits.split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(digits));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function isOfKind(value: unknown, kind: 'bool' | 'int' | 'float' | 'null', text: string): boolean {
  switch (kind) {
    case 'bool':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'float':
      return typeof value === 'number';
    case 'int':
      return typeof value === 'number' && resolveInteger(text.replaceAll('_', '')) !== null;
  }
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
