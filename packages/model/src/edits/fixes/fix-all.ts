import type { Code } from '../../diagnostics/codes/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { ResourceId } from '../../resources/resource.ts';
import { type Snapshot, updateSnapshot } from '../../snapshot.ts';
import type { EditCommand } from '../edit-command.ts';
import { findFixes, planFix } from './find-fixes.ts';
import { freshErrors, isMended, placeKey } from './judge-fix.ts';
import type { QuickFix } from './quick-fix.ts';

/** A fix for all findings of a kind: previewed and carried out as any other, as one step. */
export interface FixAll extends QuickFix {
  /** How many findings it mends. */
  readonly fixed: number;
  /** Those that stay, each with the reason. */
  readonly left: readonly LeftFinding[];
}

/** A finding that stays, and why. */
export interface LeftFinding {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
}

/** Which findings: all of a code, in the whole text or in one resource. */
export interface FixScope {
  readonly code: Code;
  readonly resource?: ResourceId | undefined;
}

/** The page waits, and each step is planned and checked: two seconds among 1,000 resources. */
const MOST_STEPS = 200;

/**
 * The first fix of every finding of a kind, one after the other: each is found and planned in the text
 * that the ones before it made, and taken only if its finding is gone then and no error came.
 * `diagnose` gives the findings of a text; a diagnoser that knows the one before makes that cheap.
 */
export function planFixAll(
  snapshot: Snapshot,
  scope: FixScope,
  diagnose: (snapshot: Snapshot) => readonly Diagnostic[],
): FixAll {
  const reasons = new Map<string, string>();
  const commands: EditCommand[] = [];
  let current = snapshot;
  let findings = diagnose(current);
  let fixed = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const finding = findings.find((one) => isMeant(one, scope) && !reasons.has(keyOf(one)));
    if (finding === undefined) break;
    const tried = tryFix(current, finding, findings, diagnose);
    if ('reason' in tried) {
      reasons.set(keyOf(finding), tried.reason);
      continue;
    }
    commands.push(...tried.commands);
    current = tried.snapshot;
    findings = tried.findings;
    fixed += 1;
  }
  const left = findings
    .filter((one) => isMeant(one, scope))
    .map((diagnostic) => ({
      diagnostic,
      reason: reasons.get(keyOf(diagnostic)) ?? 'There are too many for one go. Do it once more.',
    }));
  const title = `Fix ${fixed === 1 ? 'one problem' : `${fixed} problems`} of this kind`;
  return { title, commands, fixed, left };
}

interface Mended {
  readonly commands: readonly EditCommand[];
  readonly snapshot: Snapshot;
  readonly findings: readonly Diagnostic[];
}

function tryFix(
  snapshot: Snapshot,
  finding: Diagnostic,
  before: readonly Diagnostic[],
  diagnose: (snapshot: Snapshot) => readonly Diagnostic[],
): Mended | { readonly reason: string } {
  const [fix] = findFixes(snapshot, finding);
  if (fix === undefined)
    return { reason: 'There is no fix that is sure: only you know what is meant.' };
  const result = planFix(snapshot, fix);
  if (!result.ok) return result;
  const { edits, renamed } = result.plan;
  const next = updateSnapshot(snapshot, edits);
  const findings = diagnose(next);
  const tried = { before, after: findings, renamed };
  if (!isMended(finding, tried)) return { reason: `"${fix.title}" would not be enough.` };
  const [fresh] = freshErrors(tried);
  if (fresh !== undefined)
    return { reason: `"${fix.title}" would lead to another problem: ${fresh.message}` };
  return { commands: fix.commands, snapshot: next, findings };
}

function isMeant({ code, resource }: Diagnostic, scope: FixScope): boolean {
  return code === scope.code && (scope.resource === undefined || resource === scope.resource);
}

function keyOf(diagnostic: Diagnostic): string {
  return `${placeKey(diagnostic)} ${diagnostic.message}`;
}
