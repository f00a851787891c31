import { countBytes } from '../../../../schema/values/regex-rules.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import type { Judge } from '../judge.ts';
import { at, isSet, type Place, readText } from '../place.ts';

const RE2 = 'Istio uses RE2 style regex-based match (https://github.com/google/re2/wiki/Syntax)';

/** An `exact`, `prefix` or `regex` of a match; `where` is what Istio calls it. */
export function judgeTextMatch(judge: Judge, match: Place, where: string): void {
  const prefix = at(match, 'prefix');
  if (isSet(prefix) && readText(prefix) === '')
    judge.refuse(
      prefix,
      `${quoteGo(where)}: prefix string match should not be empty`,
      'Everything begins with an empty prefix. Write what the text begins with, or leave the match out.',
    );
  judgeRegexMatch(judge, match, where);
}

/** As `judgeTextMatch`, but an empty prefix is fine. */
export function judgeRegexMatch(judge: Judge, match: Place, where: string): void {
  const regex = at(match, 'regex');
  if (!isSet(regex)) return;
  if (readText(regex) === '')
    judge.refuse(
      regex,
      `${quoteGo(where)}: regex string match should not be empty`,
      'A regular expression is missing. Write one, or leave the match out.',
    );
  else judgeRegex(judge, regex, where);
}

/** A regular expression as RE2 reads them. */
export function judgeRegex(judge: Judge, place: Place, where: string): void {
  const pattern = readText(place);
  if (pattern === null || judge.regex === null) return;
  const why = judge.regex.checkRegex(pattern);
  if (why === null) return;
  const istio =
    countBytes(pattern) > 1024
      ? 'regex is too large, max length allowed is 1024'
      : `${judge.regex.regexError(pattern) ?? ''}; ${RE2}`;
  judge.refuse(place, `${quoteGo(where)}: ${istio}`, why);
}
