import type { TextRange } from '../text/text-range.ts';
import { failurePlace, restOfLine } from './failure-place.ts';
import type { DocumentProblem } from './manifest-document.ts';
import type { ParseFailure } from './read-events.ts';
import { SYNTAX_MISTAKES } from './syntax-mistakes.ts';

/**
 * What a parse failure means in words of a beginner, where the mistake most likely is: the parser
 * itself gives up at the first place that makes no sense, which is often lines further down.
 */
export function explainFailure(text: string, failure: ParseFailure): DocumentProblem {
  const place = failurePlace(text, failure);
  const code = failure.reason.startsWith('nesting exceeded') ? 'yaml-limit' : 'yaml-syntax';
  for (const find of SYNTAX_MISTAKES) {
    const finding = find(place);
    if (finding) {
      const range = clampRange(finding.range, text.length);
      return { code, severity: 'error', message: finding.message, range };
    }
  }
  return {
    code,
    severity: 'error',
    message:
      'This line does not fit the lines above it. Look for a missing colon, quote or bracket here or on the line above, and check the indentation.',
    range: restOfLine(place),
  };
}

function clampRange({ start, end }: TextRange, length: number): TextRange {
  const inside = Math.min(Math.max(start, 0), length);
  return { start: inside, end: Math.min(Math.max(end, inside), length) };
}
