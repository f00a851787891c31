import type { TopologyNode } from '@portolan/model';
import { announce } from '../ui/announce.ts';
import { requestZoom, select, showDialog } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';
import { selectedResourceIds } from './edit-commands.ts';
import { selectedNodes } from './selected-nodes.ts';

/** Frames round namespaces, or none. */
export const GROUP_BY_NAMESPACE: Command = {
  id: 'group-by-namespace',
  title: 'Frames around namespaces, on or off',
  shortcuts: [{ keys: 'G', scope: 'canvas' }],
  writes: true,
  isEnabled: hasNodes,
  run: ({ session, view }) => {
    session.toggleGroups();
    requestZoom(view, 'fit');
  },
};

/** Opens the list of namespaces on the canvas. */
export const CHOOSE_NAMESPACES: Command = {
  id: 'choose-namespaces',
  title: 'Choose which namespaces to show…',
  shortcuts: [{ keys: 'Shift+G', scope: 'canvas' }],
  writes: false,
  isEnabled: hasNodes,
  run: ({ view }) => view.setState({ isChoosingNamespaces: true }),
};

/** Shows all namespaces but those of what is not selected. */
export const SHOW_ONLY_SELECTED: Command = {
  id: 'show-selected-namespaces',
  title: 'Show only the namespaces of the selection',
  shortcuts: [],
  writes: false,
  isEnabled: (context) => selectedNodes(context).length > 0,
  run: (context) => {
    const wanted = new Set(selectedNodes(context).map(({ namespace }) => namespace));
    showOnlyNamespaces(context, wanted);
  },
};

/** Shows what the filter hides. */
export const SHOW_ALL_NAMESPACES: Command = {
  id: 'show-all-namespaces',
  title: 'Show all namespaces',
  shortcuts: [],
  writes: false,
  isEnabled: ({ session }) => session.store.getState().arrangement.hiddenNamespaces.length > 0,
  run: (context) => {
    hideNamespaces(context, []);
    requestZoom(context.view, 'fit');
  },
};

/** Asks for another namespace for what is selected; every reference follows. */
export const MOVE_TO_NAMESPACE: Command = {
  id: 'move-to-namespace',
  title: 'Move to another namespace…',
  shortcuts: [],
  writes: true,
  isEnabled: (context) => selectedResourceIds(context).length > 0,
  run: (context) => {
    const resourceIds = selectedResourceIds(context);
    showDialog(context.view, { kind: 'move-namespace', resourceIds });
  },
};

/** All that is about namespaces, for the palette and keys. */
export const NAMESPACE_COMMANDS: readonly Command[] = [
  GROUP_BY_NAMESPACE,
  CHOOSE_NAMESPACES,
  SHOW_ONLY_SELECTED,
  SHOW_ALL_NAMESPACES,
  MOVE_TO_NAMESPACE,
];

/** How many nodes a namespace has. */
export interface NamespaceCount {
  readonly namespace: string;
  readonly count: number;
}

/** The namespaces of these nodes by name, with how many there are in each. */
export function countNamespaces(nodes: readonly TopologyNode[]): readonly NamespaceCount[] {
  const counts = new Map<string, number>();
  for (const { namespace } of nodes) counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
  return [...counts]
    .map(([namespace, count]) => ({ namespace, count }))
    .sort((a, b) => (a.namespace < b.namespace ? -1 : 1));
}

/** Shows nothing but these namespaces, and brings all of them into view. */
export function showOnlyNamespaces(context: CommandContext, wanted: ReadonlySet<string>): void {
  const all = countNamespaces(nodesOf(context)).map(({ namespace }) => namespace);
  hideNamespaces(
    context,
    all.filter((namespace) => !wanted.has(namespace)),
  );
  requestZoom(context.view, 'fit');
}

/** Shows all but these namespaces, and says how much is left; nothing that is not seen stays selected. */
export function hideNamespaces(
  context: Pick<CommandContext, 'session' | 'view'>,
  hidden: readonly string[],
): void {
  const { session, view } = context;
  session.hideNamespaces(hidden);
  const { nodes } = session.store.getState().snapshot.topology;
  const isHidden = new Set(hidden);
  const gone = new Set(nodes.filter((one) => isHidden.has(one.namespace)).map(({ id }) => id));
  const { selection } = view.getState();
  const left = selection.nodes.filter((id) => !gone.has(id));
  if (left.length < selection.nodes.length) {
    select(view, { nodes: left, edges: selection.edges }, 'command');
  }
  const shown = nodes.length - gone.size;
  announce(
    gone.size === 0
      ? `All namespaces are shown, ${nodes.length} nodes`
      : `${shown} of ${nodes.length} nodes are shown`,
    'filter',
  );
}

function nodesOf({ session }: CommandContext): readonly TopologyNode[] {
  return session.store.getState().snapshot.topology.nodes;
}

function hasNodes(context: CommandContext): boolean {
  return nodesOf(context).length > 0;
}
