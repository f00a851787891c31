import { isTimestamp, resolvePlainScalar } from './kubernetes-scalar.ts';

/** How `formatScalar` may write. */
export interface ScalarFormat {
  /** The quotes for a text that needs some; default 'double'. A text that single quotes cannot hold gets double ones. */
  readonly quote?: 'single' | 'double';
  /** Quote a text even where it would do without. */
  readonly always?: boolean;
}

/**
 * A value on one line, such that every reader of YAML (1.1, 1.2, go-yaml v2 and v3, JSON for what is
 * in double quotes) gets the same value back: as a key, as a value, in block and in flow collections.
 */
export function formatScalar(
  value: string | number | boolean | null,
  { quote = 'double', always = false }: ScalarFormat = {},
): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'string') return String(value);
  if (!always && !needsQuotes(value)) return value;
  return quote === 'single' && fitsSingleQuotes(value)
    ? `'${value.replaceAll("'", "''")}'`
    : formatDoubleQuoted(value);
}

/** The text in double quotes: valid YAML and valid JSON, on one line and in signs that every reader takes. */
export function formatDoubleQuoted(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, (sign) => {
    const code = sign.charCodeAt(0);
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Is the text safe between single quotes on one line? */
export function fitsSingleQuotes(text: string): boolean {
  return !/[\t\r\n]/.test(text) && text.search(UNPRINTABLE) < 0;
}

/** Would some reader of YAML, somewhere, take the plain text for anything but this text? */
export function needsQuotes(text: string): boolean {
  if (!/^[\w./$-]/.test(text) && !/^[\u00C0-\uD7FF]/.test(text)) return true;
  if (/^(?:-|---|\.\.\.)(?:[ \t]|$)/.test(text) || /[\s:]$/.test(text)) return true;
  if (/[\t\r\n,[\]{}"'`|>&*!?%@\\]|: | #|:[,[\]{}]/.test(text)) return true;
  if (text.search(UNPRINTABLE) >= 0) return true;
  return typeof resolvePlainScalar(text) !== 'string' || isTypedElsewhere(text);
}

// Control characters, breaks of YAML 1.1, byte order marks, lone surrogates: escaped, or some reader refuses or drops them.
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What YAML 1.1, YAML 1.2 or go-yaml v3 take for something else than text. */
function isTypedElsewhere(text: string): boolean {
  if (isTimestamp(text) || /^\d{4}-\d\d?-\d\d?(?:$|[Tt \t])/.test(text)) return true;
  // Anything that starts like a number and holds only what numbers hold: base 60, octal, exponents, `_`.
  if (/^[-+.]?\d[\d_:.eE+-]*$/.test(text) || /^[-+]?0[box][\d_a-f]*$/i.test(text)) return true;
  return /^(?:[-+]?\.(?:inf|nan)|y|n|yes|no|on|off|true|false|null|~|=|<<)$/i.test(text);
}

function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  const text = String(value);
  if (!text.includes('e')) return text;
  // YAML 1.1 knows an exponent only with a dot in front of it and a sign behind it.
  return text.replace(/^(-?\d+)e/, '$1.0e');
}
