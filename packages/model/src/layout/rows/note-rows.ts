import type { TopologyNode } from '../../graph/topology.ts';
import { word } from './describe-match.ts';
import type { CommandRow, NodeRow, NoteAction, NoteRow } from './node-row.ts';
import { contentWidth, ROW_METRICS } from './row-metrics.ts';
import { lineCount } from './text-size.ts';

const MOST_LINES = 12;
/** No more text than this is looked at to count its lines. */
const LONGEST_NOTE = 600;

/** Why a node is implied or missing and what can be done, and whether it replaces earlier manifests. */
export function noteRows(node: TopologyNode): readonly NodeRow[] {
  const rows: NodeRow[] = [];
  if (node.status === 'implied') {
    const actions = [{ kind: 'write', label: 'Write it out' }] as const;
    rows.push(noteRow(node, 'note', 'info', node.explanation, actions));
  }
  if (node.status === 'missing') {
    const actions = [
      { kind: 'write', label: 'Create it' },
      { kind: 'exists-elsewhere', label: 'It exists elsewhere' },
    ] as const;
    rows.push(noteRow(node, 'note', 'error', node.explanation, actions));
  }
  if (node.command !== undefined) rows.push(commandRow(node.command));
  if (node.duplicates > 0) {
    rows.push(noteRow(node, 'duplicates', 'warning', duplicatesText(node.duplicates), []));
  }
  return rows;
}

function duplicatesText(count: number): string {
  const others = count === 1 ? 'Another manifest' : `${count} other manifests`;
  return `${others} above in this YAML ${count === 1 ? 'has' : 'have'} the same kind, namespace and name. Only this last one counts.`;
}

function noteRow(
  node: TopologyNode,
  id: string,
  tone: NoteRow['tone'],
  text: string,
  actions: readonly NoteAction[],
): NoteRow {
  const width = contentWidth(node.kind);
  const lines =
    text === '' ? 0 : Math.min(MOST_LINES, lineCount([word(text.slice(0, LONGEST_NOTE))], width));
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

function commandRow(command: string): CommandRow {
  return {
    kind: 'command',
    id: 'command',
    height: ROW_METRICS.rowHeight,
    takesLines: false,
    givesLines: false,
    command,
  };
}
