import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findDiagnostics } from '../support/find-diagnostics.ts';
const cases = JSON.parse(readFileSync('/work/shared/cases/analyzers.json', 'utf8'));
test('dup', () => {
  const one = cases.find((c: any) => c.name === 'dupmatches');
  const got = [...findDiagnostics(one.inputFiles.map((f: any) => f.text).join('\n---\n'), ['IST0130','IST0131','IST0106','IST0133'])].map((d) => `${d.code} ${d.resource}|${d.istioMessage}`);
  const printed = [...new Set(got)].map((s) => s.split('|')[0]).sort();
  const want = one.expected.map((e: any) => `${e.code} ${e.resource.includes('/') ? e.resource.replace(' ', '/') : e.resource.replace(' ', '/default/')}`).sort();
  expect(printed).toEqual(want);
  expect(got.map((s) => s.split('|')[0]).sort()).toEqual(want);
});
