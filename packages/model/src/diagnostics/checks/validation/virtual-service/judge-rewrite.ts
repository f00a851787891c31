import type { Judge } from '../judge.ts';
import { judgeRegex } from '../parts/text-match.ts';
import { at, isSet, type Place, readText, textOf } from '../place.ts';

/** What path and host the request is sent on with. */
export function judgeRewrite(judge: Judge, rewrite: Place): void {
  if (!isSet(rewrite)) return;
  const regex = at(rewrite, 'uriRegexRewrite');
  const uri = textOf(at(rewrite, 'uri'));
  if (uri !== '' && isSet(regex)) {
    judge.refuse(
      regex,
      'rewrite may only contain one of URI or UriRegexRewrite',
      'There are uri and uriRegexRewrite, and both say what the path becomes. Keep one.',
    );
    return;
  }
  const isEmpty = ['uri', 'authority'].every((name) => readText(at(rewrite, name)) === '');
  if (isEmpty && !isSet(regex))
    judge.refuse(
      rewrite,
      'rewrite must specify at least one of URI, UriRegexRewrite, or authority. Only one of URI or UriRegexRewrite may be specified',
      'This rewrite changes nothing. Write uri, uriRegexRewrite or authority, or take it out.',
    );
  if (isSet(regex)) judgeRegexRewrite(judge, regex);
}

function judgeRegexRewrite(judge: Judge, regex: Place): void {
  const isIncomplete = ['match', 'rewrite'].some((name) => readText(at(regex, name)) === '');
  if (isIncomplete)
    judge.refuse(
      regex,
      'UriRegexRewrite requires both Rewrite and Match fields to be specified',
      'A rewrite by a regular expression needs both: match, and rewrite for what it becomes.',
    );
  else judgeRegex(judge, at(regex, 'match'), 'HTTPRewrite.UriRegexRewrite.Match');
}
