import type { EditCommand, TopologyEdge } from '@portolan/model';
import { notify } from '../view-state/notice.ts';
import { requestFocus, select } from '../view-state/view-state.ts';
import type { CommandContext } from './command.ts';

type ReconnectCommand = Extract<EditCommand, { kind: 'reconnect' }>;

/** Moves an end of an edge as one undo step, selects and focuses the moved edge, or says why it can't be moved. */
export function reconnect(
  { session, view }: Pick<CommandContext, 'session' | 'view'>,
  command: ReconnectCommand,
): void {
  const { edges: before } = session.store.getState().snapshot.topology;
  const result = session.dispatch(command);
  if (!result.ok) {
    notify(view, 'warning', result.reason);
    return;
  }
  const { edges } = session.store.getState().snapshot.topology;
  const moved = findMoved(before, edges, command);
  if (moved === undefined) return;
  select(view, { edges: [moved.id] }, 'command');
  requestFocus(view, { kind: 'edge', id: moved.id });
}

/** The edge as it is now: between the same kinds of ends, and best one that was not there before. */
function findMoved(
  before: readonly TopologyEdge[],
  edges: readonly TopologyEdge[],
  { edge: id, end, node }: ReconnectCommand,
): TopologyEdge | undefined {
  const old = before.find((edge) => edge.id === id);
  const fixed = end === 'source' ? 'target' : 'source';
  const known = new Set(before.map((edge) => edge.id));
  const fitting = edges.filter(
    (edge) => edge.kind === old?.kind && edge[end] === node && edge[fixed] === old[fixed],
  );
  return fitting.find((edge) => !known.has(edge.id)) ?? fitting.find((edge) => edge.id === id);
}
