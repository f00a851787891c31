/** What ends a line. */
export type LineEnding = '\n' | '\r\n' | '\r';

/**
 * How the lines of a text end. A text editor keeps one ending for all of a text; this keeps the
 * rest, so that a text comes back byte for byte.
 *
 * - `uniform`: every line ends alike (or there is one line only)
 * - `mixed`: runs of lines that end alike, in text order; no two neighbours alike. Their counts add
 *   up to the number of line ends.
 */
export type LineEndings =
  | { readonly kind: 'uniform'; readonly ending: '\n' | '\r\n' }
  | { readonly kind: 'mixed'; readonly runs: readonly LineEndingRun[] };

/** How many lines in a row end the same way. */
export interface LineEndingRun {
  readonly ending: LineEnding;
  readonly count: number;
}

const LINE_END = /\r\n|\r|\n/g;

/** Reads how the lines of the text end. Lone carriage returns count as mixed, even if there is no other. */
export function readLineEndings(text: string): LineEndings {
  if (!text.includes('\r')) return { kind: 'uniform', ending: '\n' };
  const runs: LineEndingRun[] = [];
  for (const match of text.matchAll(LINE_END)) appendRun(runs, toLineEnding(match[0]), 1);
  const [first, second] = runs;
  if (first !== undefined && second === undefined && first.ending !== '\r') {
    return { kind: 'uniform', ending: first.ending };
  }
  return { kind: 'mixed', runs };
}

/** The text with every line ending replaced by this one. */
export function withLineEnding(text: string, ending: LineEnding): string {
  if (ending === '\n' && !text.includes('\r')) return text;
  return text.replace(LINE_END, ending);
}

/** The exact text of a text whose lines all end in `\n`. */
export function restoreLineEndings(text: string, runs: readonly LineEndingRun[]): string {
  const lines = text.split('\n');
  const parts: string[] = [];
  let line = 0;
  for (const run of runs) {
    for (let left = run.count; left > 0 && line < lines.length - 1; left--, line++) {
      parts.push(lines[line] ?? '', run.ending);
    }
  }
  parts.push(lines.slice(line).join('\n'));
  return parts.join('');
}

/**
 * The runs after `removed` line ends from the 0-based line `line` on were replaced by `added` new
 * ones. New lines end like what they replace, else like the line before.
 */
export function spliceRuns(
  runs: readonly LineEndingRun[],
  line: number,
  removed: number,
  added: number,
): readonly LineEndingRun[] {
  if (removed === added) return runs;
  const result: LineEndingRun[] = [];
  const likeness = endingAt(runs, line) ?? endingAt(runs, line - 1) ?? '\n';
  copyRuns(runs, 0, line, result);
  const kept = Math.min(removed, added);
  copyRuns(runs, line, line + kept, result);
  appendRun(result, likeness, added - kept);
  copyRuns(runs, line + removed, Number.POSITIVE_INFINITY, result);
  return result;
}

/** How many of the first `line` line ends are `\r\n`: what an offset in `\n` text lacks. */
export function countTwoUnitEndings(runs: readonly LineEndingRun[], line: number): number {
  let count = 0;
  let from = 0;
  for (const run of runs) {
    if (from >= line) break;
    if (run.ending === '\r\n') count += Math.min(run.count, line - from);
    from += run.count;
  }
  return count;
}

function copyRuns(
  runs: readonly LineEndingRun[],
  start: number,
  end: number,
  result: LineEndingRun[],
): void {
  let from = 0;
  for (const run of runs) {
    const to = from + run.count;
    appendRun(result, run.ending, Math.min(to, end) - Math.max(from, start));
    from = to;
  }
}

function appendRun(runs: LineEndingRun[], ending: LineEnding, count: number): void {
  if (count <= 0) return;
  const last = runs.at(-1);
  if (last?.ending === ending) runs[runs.length - 1] = { ending, count: last.count + count };
  else runs.push({ ending, count });
}

function endingAt(runs: readonly LineEndingRun[], line: number): LineEnding | null {
  let from = 0;
  for (const run of runs) {
    if (line >= from && line < from + run.count) return run.ending;
    from += run.count;
  }
  return null;
}

function toLineEnding(text: string): LineEnding {
  if (text === '\r\n' || text === '\r') return text;
  return '\n';
}
