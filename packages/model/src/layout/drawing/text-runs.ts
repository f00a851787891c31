import type { Phrase } from '../rows/describe-match.ts';
import type { TextRun } from './shape.ts';

/** Words in the usual colour. */
export function words(text: string): TextRun {
  return { text, code: false, weight: 400, paint: 'ink' };
}

/** Words that matter less. */
export function dim(text: string): TextRun {
  return { text, code: false, weight: 400, paint: 'ink3' };
}

/** What stands in the YAML. */
export function code(text: string): TextRun {
  return { text, code: true, weight: 500, paint: 'ink' };
}

/** A phrase that is a line of its own: words matter less there than what stands in the YAML. */
export function phraseRun({ text, literal }: Phrase): TextRun {
  return literal ? code(text) : dim(text);
}

/** Phrases of a sentence. */
export function sentenceRuns(phrases: readonly Phrase[]): readonly TextRun[] {
  return phrases.map(({ text, literal }) => (literal ? code(text) : words(text)));
}
