import { freshErrors, isMended } from '../../src/edits/fixes/judge-fix.ts';
import {
  applyTextEdits,
  buildSnapshot,
  createSnapshotDiagnoser,
  type Diagnostic,
  findFixes,
  finish,
  invertTextEdits,
  listDiagnostics,
  loadSchema,
  planFix,
  type QuickFix,
  type Snapshot,
  snapshotText,
  updateSnapshot,
} from '../../src/index.ts';

const schema = await loadSchema();

interface JudgeOptions {
  /** Of one code so many findings at most: more of them are alike. */
  readonly most: number;
  /** The text is full of mistakes, so that behind each there is another one: what comes of a fix is not asked. */
  readonly isOdd?: boolean;
}

/** What the fixes of a text break of their promises. */
export function* judgeFixes(
  text: string,
  { most, isOdd = false }: JudgeOptions,
): Generator<string> {
  const snapshot = buildSnapshot(text);
  const diagnoser = createSnapshotDiagnoser();
  const diagnose = (one: Snapshot) => listDiagnostics(finish(diagnoser.diagnose(one, schema)));
  const findings = diagnose(snapshot);
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const count = (seen.get(finding.code) ?? 0) + 1;
    seen.set(finding.code, count);
    if (count > most) continue;
    for (const fix of findFixes(snapshot, finding))
      for (const what of judgeFix(snapshot, finding, fix, findings, isOdd ? null : diagnose))
        yield `${finding.code} ${finding.resource} "${fix.title}": ${what}`;
  }
}

function* judgeFix(
  snapshot: Snapshot,
  finding: Diagnostic,
  fix: QuickFix,
  before: readonly Diagnostic[],
  diagnose: ((one: Snapshot) => readonly Diagnostic[]) | null,
): Generator<string> {
  const result = planFix(snapshot, fix);
  if (!result.ok) {
    if (result.reason.length < 20) yield 'no reason';
    return;
  }
  const { edits, renamed } = result.plan;
  const text = snapshotText(snapshot);
  const next = updateSnapshot(snapshot, edits);
  if (applyTextEdits(snapshotText(next), invertTextEdits(text, edits)) !== text)
    yield 'undo does not give the exact bytes';
  if (edits.length === 0) yield 'changes nothing';
  if (diagnose === null) return;
  const after = diagnose(next);
  diagnose(snapshot);
  const tried = { before, after, renamed };
  if (!isMended(finding, tried)) yield 'the finding stays';
  for (const one of freshErrors(tried).slice(0, 2))
    yield `a new error: ${one.code} ${one.resource} ${one.message}`;
}
