import { expect } from 'vitest';
import { isMended } from '../../src/edits/fixes/judge-fix.ts';
import {
  applyTextEdits,
  buildSnapshot,
  type Code,
  type Diagnostic,
  diagnoseSnapshot,
  findFixes,
  invertTextEdits,
  listDiagnostics,
  loadSchema,
  planFix,
  previewFix,
} from '../../src/index.ts';

const schema = await loadSchema();

/** All findings of a text. */
export function diagnose(text: string): readonly Diagnostic[] {
  return listDiagnostics(diagnoseSnapshot(buildSnapshot(text), schema));
}

/** The titles of what can be done about the first finding of this code. */
export function titlesOf(text: string, code: Code): readonly string[] {
  return findFixesOf(text, code).fixes.map(({ title }) => title);
}

/**
 * The text after the fix with this title of the first finding of this code. Proves that the finding
 * is gone, that no new one came, and that undoing gives the exact bytes.
 */
export function fixedText(text: string, code: Code, title: string): string {
  const { snapshot, diagnostic, fixes } = findFixesOf(text, code);
  const fix = fixes.find((one) => one.title === title);
  if (fix === undefined)
    throw new Error(`No "${title}" among: ${fixes.map((one) => one.title).join('; ')}`);
  const result = planFix(snapshot, fix);
  if (!result.ok) throw new Error(result.reason);
  const { edits, renamed } = result.plan;
  const fixed = applyTextEdits(text, edits);
  expect(previewFix(snapshot, fix)).toEqual({ ok: true, text: fixed });
  expect(applyTextEdits(fixed, invertTextEdits(text, edits))).toBe(text);
  const before = diagnose(text);
  const after = diagnose(fixed);
  const tried = { before, after, renamed };
  expect(isMended(diagnostic, tried), 'the finding is gone').toBe(true);
  const known = before.map(sayOf);
  expect(after.map(sayOf).filter((one) => !known.includes(one))).toEqual([]);
  return fixed;
}

/** Expects that the fix with this title changes this part of the text, and nothing else. */
export function expectFixed(
  text: string,
  code: Code,
  title: string,
  [from, to]: readonly [from: string, to: string],
): void {
  expect(text).toContain(from);
  expect(fixedText(text, code, title)).toBe(text.replace(from, () => to));
}

function findFixesOf(text: string, code: Code) {
  const snapshot = buildSnapshot(text);
  const found = listDiagnostics(diagnoseSnapshot(snapshot, schema));
  const diagnostic = found.find((one) => one.code === code);
  if (diagnostic === undefined)
    throw new Error(`There is no ${code}, but ${found.map((one) => one.code).join()}.`);
  return { snapshot, diagnostic, fixes: findFixes(snapshot, diagnostic) };
}

function sayOf({ code, resource, message }: Diagnostic): string {
  return `${code} ${resource} ${message}`;
}
