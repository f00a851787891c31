import type { EditCommand } from '@portolan/model';
import { showDialog } from '../view-state/view-state.ts';
import type { Command } from './command.ts';

/** Ask where an end of the selected line is to lead. */
export const RECONNECT_COMMANDS: readonly Command[] = [
  moveCommand('source', 'Move the start to…'),
  moveCommand('target', 'Move the end to…'),
];

function moveCommand(
  end: Extract<EditCommand, { kind: 'reconnect' }>['end'],
  title: string,
): Command {
  return {
    id: `move-${end}`,
    title,
    shortcuts: [],
    writes: true,
    isEnabled: ({ view }) => {
      const { nodes, edges } = view.getState().selection;
      return nodes.length === 0 && edges.length === 1;
    },
    run: ({ view }) => {
      const [edge] = view.getState().selection.edges;
      if (edge !== undefined) showDialog(view, { kind: 'reconnect', edge, end });
    },
  };
}
