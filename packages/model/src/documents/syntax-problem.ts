import type { DocumentProblem } from './manifest-document.ts';
import type { ParseFailure } from './read-events.ts';

/** What a parse failure means, in words of a beginner, where the mistake most likely is. */
export function explainFailure(text: string, failure: ParseFailure): DocumentProblem {
  const start = Math.min(failure.offset, Math.max(text.length - 1, 0));
  return {
    code: failure.reason.startsWith('nesting') ? 'yaml-limit' : 'yaml-syntax',
    severity: 'error',
    message: `This is not YAML: ${failure.reason}.`,
    range: { start, end: Math.min(start + 1, text.length) },
  };
}
