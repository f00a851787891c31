import { Menu } from '@mantine/core';
import {
  type Diagnostic,
  findFixes,
  placeOfDiagnostic,
  previewFix,
  type QuickFix,
  type Snapshot,
} from '@portolan/model';
import { IconBulb } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { CommandContext } from '../commands/command.ts';
import { runEdits } from '../commands/run-edit.ts';
import { useDiagnosis } from '../session/session-context.ts';
import { selectShown } from '../session/session-selectors.ts';
import { findTargetAt } from '../session/target-at.ts';

interface FixItemsProps {
  readonly target: { readonly kind: 'node' | 'edge'; readonly id: string };
  readonly context: CommandContext;
}

/** More would push everything else out of the menu; the pane of problems has them all. */
const MOST = 3;

/** The best way out of each of the first problems of a node or an edge. */
export function FixItems({ target, context }: FixItemsProps): ReactElement | null {
  const { session } = context;
  const shown = useDiagnosis(selectShown);
  const { snapshot } = session.store.getState();
  const fixes = findFixesAt(snapshot, shown, target);
  if (fixes.length === 0) return null;
  return (
    <>
      {fixes.map((fix) => (
        <Menu.Item
          key={fix.title}
          disabled={session.readOnlyReason !== null}
          leftSection={<IconBulb size={15} aria-hidden />}
          onClick={() => runEdits(context, fix.commands, fix.title)}
        >
          {fix.title}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  );
}

function findFixesAt(
  snapshot: Snapshot,
  shown: readonly Diagnostic[],
  target: FixItemsProps['target'],
): readonly QuickFix[] {
  const found = new Map<string, QuickFix>();
  for (const problem of shown) {
    if (found.size === MOST) break;
    if (!isAbout(snapshot, problem, target)) continue;
    const fix = findFixes(snapshot, problem).find((one) => previewFix(snapshot, one).ok);
    if (fix !== undefined) found.set(fix.title, fix);
  }
  return [...found.values()];
}

/** Only what is drawn in its own colour: notes have no mark on the canvas. */
function isAbout(
  snapshot: Snapshot,
  problem: Diagnostic,
  { kind, id }: FixItemsProps['target'],
): boolean {
  if (problem.severity === 'info') return false;
  if (kind === 'node') return problem.resource === id;
  const owners = snapshot.topology.edges.find((edge) => edge.id === id)?.origins ?? [];
  if (!owners.some(({ resourceId }) => resourceId === problem.resource)) return false;
  const range = placeOfDiagnostic(snapshot, problem);
  return range !== undefined && findTargetAt(snapshot, range.start)?.id === id;
}
