import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countTwoUnitEndings,
  readLineEndings,
  restoreLineEndings,
  spliceRuns,
  withLineEnding,
} from './line-endings.ts';

const RUNS = Number(process.env.PORTOLAN_RUNS ?? 300);

describe('line endings', () => {
  test('a text whose lines all end alike is uniform', () => {
    expect(readLineEndings('a\nb\n')).toEqual({ kind: 'uniform', ending: '\n' });
    expect(readLineEndings('a\r\nb')).toEqual({ kind: 'uniform', ending: '\r\n' });
    expect(readLineEndings('a')).toEqual({ kind: 'uniform', ending: '\n' });
  });

  test('lone carriage returns are mixed, since no editor holds them', () => {
    expect(readLineEndings('a\rb')).toEqual({ kind: 'mixed', runs: [{ ending: '\r', count: 1 }] });
  });

  test('runs of equal endings are counted together', () => {
    expect(readLineEndings('a\r\nb\r\nc\nd')).toEqual({
      kind: 'mixed',
      runs: [
        { ending: '\r\n', count: 2 },
        { ending: '\n', count: 1 },
      ],
    });
  });

  test('an inserted line ends like the line before it', () => {
    const runs = [
      { ending: '\r\n', count: 2 },
      { ending: '\n', count: 3 },
    ] as const;
    expect(spliceRuns(runs, 1, 0, 1)).toEqual([
      { ending: '\r\n', count: 3 },
      { ending: '\n', count: 3 },
    ]);
    expect(spliceRuns(runs, 1, 2, 0)).toEqual([
      { ending: '\r\n', count: 1 },
      { ending: '\n', count: 2 },
    ]);
  });

  test('offsets differ by the two-unit endings before them', () => {
    const runs = [
      { ending: '\n', count: 1 },
      { ending: '\r\n', count: 2 },
      { ending: '\r', count: 1 },
    ] as const;
    expect([0, 1, 2, 3, 4].map((line) => countTwoUnitEndings(runs, line))).toEqual([0, 0, 1, 2, 2]);
  });

  test('[P2] any text comes back from lines that end in \\n', () => {
    const part = fc.constantFrom('a', '', '\n', '\r\n', '\r', 'key: value', '\u2028');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const endings = readLineEndings(text);
        const runs =
          endings.kind === 'mixed'
            ? endings.runs
            : [{ ending: endings.ending, count: text.split(endings.ending).length - 1 }];
        expect(restoreLineEndings(withLineEnding(text, '\n'), runs)).toBe(text);
      }),
      { numRuns: RUNS },
    );
  });
});
