import type { GoValue } from './check.ts';

/**
 * Fills a Go format with values: `%s` and `%v` print them (`[a b]` for a list), `%q` in quotes as
 * Go's `strconv.Quote`, `%d` a number. What has no value stays as it is.
 */
export function formatGo(template: string, args: readonly GoValue[]): string {
  let next = 0;
  return template.replace(/%[svqd]/g, (verb) => {
    const value = args[next];
    if (value === undefined) return verb;
    next += 1;
    return verb === '%q' ? quoteGo(String(value)) : printGo(value);
  });
}

function printGo(value: GoValue): string {
  return typeof value === 'object' ? `[${value.join(' ')}]` : String(value);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The text in quotes as Go writes them. */
export function quoteGo(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Go escapes
  const escaped = text.replace(/["\\\x00-\x1f\x7f]/g, (char) => {
    const code = char.charCodeAt(0).toString(16).padStart(2, '0');
    return ESCAPES[char] ?? `\\x${code}`;
  });
  return `"${escaped}"`;
}
