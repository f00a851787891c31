import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from './parse-document.ts';

const CASES = new URL('../../../../../shared/cases/scalars.json', import.meta.url);

interface ScalarCase {
  readonly yaml: string;
  readonly json?: string;
  readonly error?: boolean;
}

describe.skipIf(!existsSync(CASES))(
  'scalars as kubectl reads them (skipped where ../shared is not there)',
  () => {
    test('[D5] every recorded scalar has the value that kubectl gives it', () => {
      const { cases }: { readonly cases: readonly ScalarCase[] } = JSON.parse(
        readFileSync(CASES, 'utf8'),
      );
      expect(cases.length).toBeGreaterThan(1000);
      const wrong = cases.filter(({ yaml, json }) => {
        const { status, value } = parseDocument(`a: ${yaml}\n`);
        if (json === undefined) return status !== 'broken';
        const expected: unknown = { a: JSON.parse(json) };
        return status !== 'parsed' || JSON.stringify(value) !== JSON.stringify(expected);
      });
      expect(wrong).toEqual([]);
    });
  },
);
