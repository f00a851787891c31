import { suggest } from '../../src/assist/completion/suggest.ts';
import { insertedText, type Suggestion } from '../../src/assist/completion/suggestion.ts';
import {
  type Assumptions,
  applyTextEdits,
  buildSnapshot,
  DEFAULT_ASSUMPTIONS,
  loadFieldDictionary,
} from '../../src/index.ts';

const dictionary = await loadFieldDictionary();

/** The text without the sign `|` that marks the cursor, and where it stood. */
export function readCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  if (offset < 0) throw new Error(`No cursor in ${JSON.stringify(marked)}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** What is suggested at `|`. */
export function suggestAt(
  marked: string,
  assumptions: Partial<Assumptions> = {},
): readonly Suggestion[] {
  const { text, offset } = readCursor(marked);
  const snapshot = buildSnapshot(text, { ...DEFAULT_ASSUMPTIONS, ...assumptions });
  return suggest(snapshot, dictionary, offset);
}

/** The labels of what is suggested at `|`. */
export function labelsAt(
  marked: string,
  assumptions: Partial<Assumptions> = {},
): readonly string[] {
  return suggestAt(marked, assumptions).map(({ label }) => label);
}

/** The text after the suggestion with this label was taken at `|`. */
export function acceptAt(marked: string, label: string): string {
  const { text } = readCursor(marked);
  const found = suggestAt(marked).find((one) => one.label === label);
  if (found === undefined) throw new Error(`${label} is not among ${labelsAt(marked).join(', ')}`);
  return applySuggestion(text, found);
}

/** The text after the suggestion was taken, with nothing typed over its stops. */
export function applySuggestion(text: string, suggestion: Suggestion): string {
  const own = { range: suggestion.range, newText: insertedText(suggestion) };
  const edits = [...suggestion.also, own].toSorted((a, b) => a.range.start - b.range.start);
  return applyTextEdits(text, edits);
}
