import { quoted } from './quoted.ts';

/** Says why a regular expression is none that Istio takes; null for one that it takes. */
export type RegexCheck = (pattern: string) => string | null;

const MOST_BYTES = 1024;

/** What the compiler of RE2 says, in words of somebody who does not know it. */
const IN_WORDS: Readonly<Record<string, string>> = {
  'missing closing )': 'a "(" has no ")"',
  'unexpected )': 'a ")" has no "(" in front of it',
  'missing closing ]': 'a "[" has no "]"',
  'invalid character class range': 'a range in "[…]" goes backwards or is not known',
  'missing argument to repetition operator': 'there is nothing in front of it to repeat',
  'invalid nested repetition operator': 'two signs that repeat follow each other',
  'invalid repeat count': 'more than 1000 repetitions are not allowed',
  'trailing backslash at end of expression': 'it ends with a "\\" that has nothing behind it',
  'invalid escape sequence': 'Istio (RE2) does not know what follows the "\\"',
};

const LOOK_AROUND = /\(\?<?[=!]/;

/** How many bytes the text has in UTF-8. */
export function countBytes(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function explain(description: string, place: string | null, pattern: string): string {
  if (LOOK_AROUND.test(pattern)) {
    return `${quoted(pattern)} looks ahead or behind, with "(?=" or the like. Istio reads regular expressions as RE2 does, which cannot.`;
  }
  const why = IN_WORDS[description] ?? description;
  const where = place === null || place === pattern ? '' : `, at ${quoted(place)}`;
  return `${quoted(pattern)} is no regular expression: ${why}${where}.`;
}

/**
 * Loads what checks regular expressions as Istio does: RE2, which is a module of its own, so that
 * nothing waits for it that has none.
 */
export async function loadRegexCheck(): Promise<RegexCheck> {
  const { RE2JS, RE2JSSyntaxException } = await import('re2js');
  return (pattern) => {
    if (pattern === '') return 'A regular expression is missing.';
    if (countBytes(pattern) > MOST_BYTES) {
      return `The regular expression is too long: Istio takes ${MOST_BYTES} bytes.`;
    }
    try {
      RE2JS.compile(pattern);
      return null;
    } catch (error) {
      if (!(error instanceof RE2JSSyntaxException)) throw error;
      return explain(error.getDescription(), error.getPattern(), pattern);
    }
  };
}

/** What Go's RE2 says of a pattern that is none; null for one that is. */
export type RegexError = (pattern: string) => string | null;

/** Loads what says it as Istio would print it. */
export async function loadRegexError(): Promise<RegexError> {
  const { RE2JS, RE2JSSyntaxException } = await import('re2js');
  return (pattern) => {
    try {
      RE2JS.compile(pattern);
      return null;
    } catch (error) {
      if (!(error instanceof RE2JSSyntaxException)) throw error;
      return `error parsing regexp: ${error.getDescription()}: \`${error.getPattern() ?? ''}\``;
    }
  };
}
