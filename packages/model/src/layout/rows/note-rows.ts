import type { TopologyNode } from '../../graph/topology.ts';
import { describeAbsence } from './describe-absence.ts';
import { word } from './describe-match.ts';
import type { NodeRow, NoteAction, NoteRow } from './node-row.ts';
import { contentWidth, ROW_METRICS } from './row-metrics.ts';
import { lineCount } from './text-size.ts';

const WHY = { kind: 'why', label: 'Why?' } as const;

/** Why a node is implied or missing and what can be done, and whether it replaces earlier manifests. */
export function noteRows(node: TopologyNode): readonly NodeRow[] {
  const rows: NodeRow[] = [];
  if (node.status === 'implied') {
    const actions = [{ kind: 'write', label: 'Write it out' }, WHY] as const;
    rows.push(noteRow(node, 'note', 'info', describeAbsence(node), actions));
  }
  if (node.status === 'missing') {
    const actions = [
      { kind: 'write', label: 'Create it' },
      { kind: 'exists-elsewhere', label: 'It exists elsewhere' },
      WHY,
    ] as const;
    rows.push(noteRow(node, 'note', 'error', describeAbsence(node), actions));
  }
  if (node.duplicates > 0) {
    rows.push(noteRow(node, 'duplicates', 'warning', duplicatesText(node.duplicates), []));
  }
  return rows;
}

function duplicatesText(count: number): string {
  return count === 1
    ? 'Another manifest of this name above does not count.'
    : `${count} other manifests of this name above do not count.`;
}

function noteRow(
  node: TopologyNode,
  id: string,
  tone: NoteRow['tone'],
  text: string,
  actions: readonly NoteAction[],
): NoteRow {
  const width = contentWidth(node.kind);
  const lines = lineCount([word(text)], width);
  const actionLines = actions.length > 0 ? 1 : 0;
  return {
    kind: 'note',
    id,
    height: ROW_METRICS.notePadding + (lines + actionLines) * ROW_METRICS.lineHeight,
    takesLines: false,
    givesLines: false,
    tone,
    text,
    lines,
    actions,
  };
}
