import { expect } from 'vitest';
import {
  buildSnapshot,
  type Code,
  type Diagnostic,
  diagnoseSnapshot,
  findFixes,
  listDiagnostics,
  loadSchema,
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
 * is gone and that no new one came.
 */
export function fixedText(text: string, code: Code, title: string): string {
  const { snapshot, diagnostic, fixes } = findFixesOf(text, code);
  const fix = fixes.find((one) => one.title === title);
  if (fix === undefined)
    throw new Error(`No "${title}" among: ${fixes.map((one) => one.title).join('; ')}`);
  const preview = previewFix(snapshot, fix);
  if (!preview.ok) throw new Error(preview.reason);
  const before = diagnose(text).map(sayOf);
  const after = diagnose(preview.text).map(sayOf);
  expect(after).not.toContain(sayOf(diagnostic));
  expect(after.filter((one) => !before.includes(one))).toEqual([]);
  return preview.text;
}

function findFixesOf(text: string, code: Code) {
  const snapshot = buildSnapshot(text);
  const diagnostic = listDiagnostics(diagnoseSnapshot(snapshot, schema)).find(
    (one) => one.code === code,
  );
  if (diagnostic === undefined) throw new Error(`There is no ${code}.`);
  return { snapshot, diagnostic, fixes: findFixes(snapshot, diagnostic) };
}

function sayOf({ code, resource, message }: Diagnostic): string {
  return `${code} ${resource} ${message}`;
}
