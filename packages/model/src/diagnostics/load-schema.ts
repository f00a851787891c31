import { loadFieldDictionary } from '../schema/field-dictionary.ts';
import { loadRegexMatch } from '../schema/values/regex-match.ts';
import { loadRegexCheck, loadRegexError } from '../schema/values/regex-rules.ts';
import type { Schema } from './engine/check.ts';

/** Loads what the checks of structure and of regular expressions need. */
export async function loadSchema(): Promise<Schema> {
  const [dictionary, checkRegex, regexError, matchRegex] = await Promise.all([
    loadFieldDictionary(),
    loadRegexCheck(),
    loadRegexError(),
    loadRegexMatch(),
  ]);
  return { dictionary, checkRegex, regexError, matchRegex };
}
