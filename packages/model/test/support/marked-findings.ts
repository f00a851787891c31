import { expect } from 'vitest';
import type { Code } from '../../src/diagnostics/codes/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { rangeOfDiagnostic } from '../../src/diagnostics/range-of-diagnostic.ts';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../../src/resources/assumptions.ts';
import { buildSnapshot } from '../../src/snapshot.ts';
import { diagnoseSnapshot } from '../../src/snapshot-diagnoser.ts';
import { listDiagnostics } from '../../src/snapshot-diagnosis.ts';

/**
 * Diagnoses YAML in which `«…»` marks where findings of this code are: each mark is the exact range
 * of one, and there are no others. Gives the findings, in text order.
 */
export function expectMarked(
  code: Code,
  marked: string,
  assumptions: Partial<Assumptions> = {},
): readonly Diagnostic[] {
  const { text, ranges } = readMarks(marked);
  const snapshot = buildSnapshot(text, { ...DEFAULT_ASSUMPTIONS, ...assumptions });
  const found = listDiagnostics(diagnoseSnapshot(snapshot)).filter((one) => one.code === code);
  const places = found.map((diagnostic) => {
    const { start, end } = rangeOfDiagnostic(diagnostic);
    const offset = snapshot.starts[snapshot.documents.indexOf(diagnostic.document)] ?? 0;
    return writeRange(text, { start: offset + start, end: offset + end });
  });
  expect(places, found.map(({ message }) => message).join('\n')).toEqual(
    ranges.map((range) => writeRange(text, range)),
  );
  return found;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** A range as line, column and what stands there: told apart, and read in a failure. */
function writeRange(text: string, { start, end }: Range): string {
  const lines = text.slice(0, start).split('\n');
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1} ${text.slice(start, end)}`;
}

function readMarks(marked: string): { readonly text: string; readonly ranges: readonly Range[] } {
  const ranges: Range[] = [];
  const open: number[] = [];
  let text = '';
  for (const char of marked) {
    if (char === '«') open.push(text.length);
    else if (char === '»') ranges.push({ start: open.pop() ?? 0, end: text.length });
    else text += char;
  }
  return { text, ranges: ranges.toSorted((one, other) => one.start - other.start) };
}
