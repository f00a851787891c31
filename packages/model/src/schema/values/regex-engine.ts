import { loadRegexMatch, type RegexMatch } from './regex-match.ts';

/**
 * The text with every match replaced; `\1` stands for the first group, `\0` for the match, `\\` for
 * a backslash. null where the pattern is no regular expression of RE2.
 */
export type RegexReplace = (pattern: string, text: string, substitution: string) => string | null;

/** Regular expressions as Istio and Envoy have them: RE2, which no pattern can hang. */
export interface RegexEngine {
  readonly match: RegexMatch;
  readonly replace: RegexReplace;
}

/** Loads what runs regular expressions. */
export async function loadRegexEngine(): Promise<RegexEngine> {
  const [{ RE2JS, RE2JSSyntaxException }, match] = await Promise.all([
    import('re2js'),
    loadRegexMatch(),
  ]);
  return {
    match,
    replace: (pattern, text, substitution) => {
      try {
        return RE2JS.compile(pattern)
          .matcher(text)
          .replaceAll((...found: readonly unknown[]) =>
            substitution.replace(/\\([0-9\\])/g, (_, sign: string) =>
              sign === '\\' ? '\\' : textOf(found[Number(sign)]),
            ),
          );
      } catch (error) {
        if (!(error instanceof RE2JSSyntaxException)) throw error;
        return null;
      }
    },
  };
}

/** A group that took no part is undefined; behind the groups there are numbers. */
function textOf(group: unknown): string {
  return typeof group === 'string' ? group : '';
}
