import { describe, expect, test } from 'vitest';
import { freshErrors, isMended } from '../../src/edits/fixes/judge-fix.ts';
import {
  applyTextEdits,
  buildSnapshot,
  createSnapshotDiagnoser,
  type Diagnostic,
  findFixes,
  invertTextEdits,
  listDiagnostics,
  loadSchema,
  planFix,
  type QuickFix,
  type Snapshot,
  snapshotText,
  updateSnapshot,
} from '../../src/index.ts';
import {
  HAS_REAL_MANIFESTS,
  readRealManifest,
  realManifestPaths,
} from '../support/real-manifests.ts';
import { RUNS } from '../support/runs.ts';

const IS_DEEP = RUNS >= 10_000;
const SAMPLE_STEP = Number(process.env.STEP ?? (IS_DEEP ? 1 : 12));
const MOST_SIGNS = IS_DEEP ? 500_000 : 60_000;
/** Of one code in one file: more of them are alike. */
const MOST_OF_A_CODE = IS_DEEP ? 20 : 2;

const schema = await loadSchema();

describe.skipIf(!HAS_REAL_MANIFESTS)(
  'real manifests (skipped where ../shared/manifests is not there)',
  () => {
    const texts = realManifestPaths()
      .map((path) => [path, readRealManifest(path)] as const)
      .filter(([, text], index) => text.length < MOST_SIGNS && index % SAMPLE_STEP === 0);

    test('[A9] every fix of every finding is refused with a reason, or mends it and breaks nothing', () => {
      const violations: string[] = [];
      const counts = new Map<string, number>();
      for (const [path, text] of texts) {
        for (const what of violationsIn(text, counts)) violations.push(`${path}: ${what}`);
      }
      if (process.env.SHOW_FIXES) console.log([...counts].sort());
      expect(violations.slice(0, Number(process.env.SHOW ?? 40))).toEqual([]);
    }, 3_600_000);
  },
);

function* violationsIn(text: string, counts: Map<string, number>): Generator<string> {
  const snapshot = buildSnapshot(text);
  const diagnoser = createSnapshotDiagnoser();
  const diagnose = (one: Snapshot) => listDiagnostics(diagnoser.diagnose(one, schema));
  const findings = diagnose(snapshot);
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const count = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, count);
    if (count > MOST_OF_A_CODE) continue;
    for (const fix of findFixes(snapshot, finding)) {
      counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
      for (const what of judgeFix(snapshot, finding, fix, findings, diagnose))
        yield `${finding.code} ${finding.resource} "${fix.title}": ${what}`;
    }
  }
}

function* judgeFix(
  snapshot: Snapshot,
  finding: Diagnostic,
  fix: QuickFix,
  before: readonly Diagnostic[],
  diagnose: (one: Snapshot) => readonly Diagnostic[],
): Generator<string> {
  const result = planFix(snapshot, fix);
  if (!result.ok) {
    if (result.reason.length < 20) yield 'no reason';
    return;
  }
  const { edits, renamed } = result.plan;
  const text = snapshotText(snapshot);
  const next = updateSnapshot(snapshot, edits);
  const after = diagnose(next);
  diagnose(snapshot);
  if (applyTextEdits(snapshotText(next), invertTextEdits(text, edits)) !== text)
    yield 'undo does not give the exact bytes';
  if (edits.length === 0) yield 'changes nothing';
  const tried = { before, after, renamed };
  if (!isMended(finding, tried)) yield 'the finding stays';
  for (const one of freshErrors(tried).slice(0, 2))
    yield `a new error: ${one.code} ${one.resource} ${one.message}`;
}
