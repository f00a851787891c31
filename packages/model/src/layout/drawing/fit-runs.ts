import { letterWidth } from './letter-width.ts';
import { printableText } from './printable-text.ts';
import type { TextRun } from './shape.ts';

const ELLIPSIS = '…';

/** How wide runs are on one line, without what letters that stand beside each other move together. */
export function runsWidth(runs: readonly TextRun[], size: number): number {
  return runs.reduce((sum, run) => sum + runWidth(run, size), 0);
}

/** Runs on one line that fit into a width; where they are cut, `whole` is what they would say. */
export interface FittedRuns {
  readonly runs: readonly TextRun[];
  readonly whole: string | null;
}

/** Cuts runs at their end, by an ellipsis, so that they fit into a width. */
export function fitRuns(runs: readonly TextRun[], size: number, width: number): FittedRuns {
  const printable = runs.map((run) => ({ ...run, text: printableText(run.text) }));
  if (runsWidth(printable, size) <= width) return { runs: printable, whole: null };
  return { runs: cutRuns(printable, size, width), whole: wholeText(printable) };
}

/** The text of runs, as far as anybody reads it. */
export function wholeText(runs: readonly TextRun[]): string {
  const text = runs.map((run) => run.text).join('');
  return text.length <= LONGEST_WHOLE ? text : `${text.slice(0, LONGEST_WHOLE)}${ELLIPSIS}`;
}

const LONGEST_WHOLE = 1000;

function cutRuns(runs: readonly TextRun[], size: number, width: number): readonly TextRun[] {
  const kept: TextRun[] = [];
  let room = width;
  for (const run of runs) {
    const wide = runWidth(run, size);
    const ellipsis = runWidth({ ...run, text: ELLIPSIS }, size);
    if (wide + ellipsis <= room) {
      kept.push(run);
      room -= wide;
      continue;
    }
    const text = `${firstLetters(run, size, room - ellipsis).trimEnd()}${ELLIPSIS}`;
    return [...kept, { ...run, text }];
  }
  return kept;
}

function firstLetters(run: TextRun, size: number, width: number): string {
  let text = '';
  let used = 0;
  for (const letter of run.text) {
    used += runWidth({ ...run, text: letter }, size);
    if (used > width) return text;
    text += letter;
  }
  return text;
}

function runWidth({ text, code, weight }: TextRun, size: number): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter, weight, code);
  return (width * size) / 1000;
}
