import type { TopologyNode } from '@portolan/model';
import { notify } from '../view-state/notice.ts';
import { openDock } from '../view-state/view-state.ts';
import type { Command, CommandContext, Shortcut } from './command.ts';
import { onlySelectedNode } from './selected-nodes.ts';

/** The id of the field that takes the request to trace. */
export const REQUEST_FIELD = 'request-address';

/** Goes to the field for the request. */
export const EDIT_REQUEST: Command = {
  id: 'edit-request',
  title: 'Go to the request to trace',
  shortcuts: [{ keys: 'Alt+L', scope: 'text-fields-too' }],
  writes: false,
  isEnabled: () => true,
  run: () => document.getElementById(REQUEST_FIELD)?.focus(),
};

/** Traces a request that goes through the selected node. */
export const TRACE_ROUTE: Command = {
  id: 'trace-route',
  title: 'Trace this route',
  shortcuts: [{ keys: 'R', scope: 'canvas' }],
  writes: false,
  isEnabled: (context) => onlySelectedNode(context) !== undefined,
  run: (context) => {
    const node = onlySelectedNode(context);
    if (node !== undefined) void traceThrough(context, node, null);
  },
};

/** Traces a request that goes through a node, or one of its rows; says why where none can. */
export async function traceThrough(
  { session, view }: Pick<CommandContext, 'session' | 'view'>,
  node: TopologyNode,
  row: string | null,
): Promise<void> {
  const { requestFor } = await import('../session/tracing/request-for.ts');
  const found = await requestFor(session.store.getState().snapshot, node, row);
  if (!found.ok) {
    notify(view, 'warning', found.reason);
    return;
  }
  session.tracing.ask(found.request, true);
  openDock(view, 'trace');
}

/** Shows no trace any more. */
export const END_TRACE: Command = traceCommand(
  'end-trace',
  'End the trace',
  { keys: 'Escape', scope: 'everywhere' },
  ({ session }) => session.tracing.end(),
);

/** Shows one hop more. */
export const STEP_ON: Command = traceCommand(
  'trace-next-hop',
  'Trace: to the next hop',
  { keys: 'F9', scope: 'text-fields-too' },
  (context) => goBy(context, 1),
);

/** Shows one hop less. */
export const STEP_BACK: Command = traceCommand(
  'trace-hop-before',
  'Trace: to the hop before',
  { keys: 'Shift+F9', scope: 'text-fields-too' },
  (context) => goBy(context, -1),
);

/** Shows the trace hop by hop, from the first. */
export const REPLAY_TRACE: Command = traceCommand(
  'replay-trace',
  'Trace: play it again',
  null,
  ({ session }) => session.tracing.play(),
);

/** What can be done with the request that is traced. */
export const TRACE_COMMANDS: readonly Command[] = [
  EDIT_REQUEST,
  TRACE_ROUTE,
  STEP_ON,
  STEP_BACK,
  REPLAY_TRACE,
  END_TRACE,
];

function traceCommand(
  id: string,
  title: string,
  shortcut: Shortcut | null,
  run: (context: CommandContext) => void,
): Command {
  return {
    id,
    title,
    shortcuts: shortcut === null ? [] : [shortcut],
    writes: false,
    isEnabled: ({ session }) => session.tracing.store.getState().request !== null,
    run,
  };
}

function goBy({ session, view }: CommandContext, by: 1 | -1): void {
  openDock(view, 'trace');
  const { goTo, store } = session.tracing;
  goTo(store.getState().step + by);
}
