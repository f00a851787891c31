import { wrapPhrases } from '../rows/text-size.ts';
import { type FittedRuns, fitRuns } from './fit-runs.ts';
import { printableText } from './printable-text.ts';
import type { TextRun } from './shape.ts';

/** The size of the text of rows, which is the one that is measured. */
const MEASURED_SIZE = 12;

/** Runs as so many lines of a width at most; the last one is cut where there would be more. */
export function wrapRuns(
  runs: readonly TextRun[],
  width: number,
  most: number,
  size = MEASURED_SIZE,
): readonly FittedRuns[] {
  const phrases = runs.map((run) => ({
    text: printableText(run.text),
    literal: run.code,
    run,
  }));
  const lines = wrapPhrases(phrases, (width * MEASURED_SIZE) / size).map((line) =>
    line.map(({ text, run }) => ({ ...run, text })),
  );
  if (lines.length <= most) return lines.map((line) => ({ runs: line, whole: null }));
  const last = lines.slice(most - 1).flat();
  return [
    ...lines.slice(0, most - 1).map((line) => ({ runs: line, whole: null })),
    fitRuns(last, size, width),
  ];
}
