import type { NodeId } from '@portolan/model';
import { requestZoom } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';
import { countNamespaces } from './namespace-commands.ts';
import { selectedNodes } from './selected-nodes.ts';

type Context = Pick<CommandContext, 'session' | 'view'>;

/** Shows only the headers of the selected nodes; all of them again where all are collapsed. */
export const FOLD_SELECTION: Command = {
  id: 'fold-selection',
  title: 'Collapse or expand',
  shortcuts: [{ keys: 'Alt+C', scope: 'canvas' }],
  writes: true,
  isEnabled: (context) => selectedNodes(context).length > 0,
  run: (context) => {
    const ids = selectedNodes(context).map(({ id }) => id);
    foldNodes(context, ids, !hasFolded(context, ids));
  },
};

/** Shows only the headers of all nodes. */
export const FOLD_ALL_NODES: Command = {
  id: 'fold-all-nodes',
  title: 'Collapse all nodes',
  shortcuts: [],
  writes: true,
  isEnabled: hasNodes,
  run: (context) => {
    const { nodes } = context.session.store.getState().snapshot.topology;
    const foldedNodes = nodes.map(({ id }) => id);
    context.session.fold({ foldedNodes }, 'Collapse all nodes');
  },
};

/** Makes a box of each namespace; with all of them boxes, opens them again. */
export const FOLD_NAMESPACES: Command = {
  id: 'fold-namespaces',
  title: 'Collapse or expand all namespaces',
  shortcuts: [{ keys: 'Shift+Alt+N', scope: 'canvas' }],
  writes: true,
  isEnabled: hasNodes,
  run: (context) => {
    const { snapshot, arrangement } = context.session.store.getState();
    const all = countNamespaces(snapshot.topology.nodes).map(({ namespace }) => namespace);
    const folded = new Set(arrangement.isGrouped ? arrangement.foldedNamespaces : []);
    foldNamespaces(context, all, !all.every((namespace) => folded.has(namespace)));
    requestZoom(context.view, 'fit');
  },
};

/** Shows everything in full. */
export const EXPAND_ALL: Command = {
  id: 'expand-all',
  title: 'Expand everything',
  shortcuts: [],
  writes: true,
  isEnabled: ({ session }) => {
    const { foldedNodes, foldedNamespaces } = session.store.getState().arrangement;
    return foldedNodes.length + foldedNamespaces.length > 0;
  },
  run: ({ session }) =>
    session.fold({ foldedNodes: [], foldedNamespaces: [] }, 'Expand everything'),
};

/** All that is about collapsing, for the palette and keys. */
export const FOLD_COMMANDS: readonly Command[] = [
  FOLD_SELECTION,
  FOLD_ALL_NODES,
  FOLD_NAMESPACES,
  EXPAND_ALL,
];

/** Whether all of these nodes are collapsed. */
export function hasFolded({ session }: Context, ids: readonly NodeId[]): boolean {
  const folded = new Set(session.store.getState().arrangement.foldedNodes);
  return ids.every((id) => folded.has(id));
}

/** Collapses or expands nodes, as one step. */
export function foldNodes(context: Context, ids: readonly NodeId[], isFolded: boolean): void {
  const { session } = context;
  const { snapshot, arrangement } = session.store.getState();
  const [only, second] = ids;
  const name = snapshot.topology.nodes.find(({ id }) => id === only)?.name ?? '';
  const what = second === undefined ? name : `${ids.length} nodes`;
  const foldedNodes = changed(arrangement.foldedNodes, ids, isFolded);
  session.fold({ foldedNodes }, `${isFolded ? 'Collapse' : 'Expand'} ${what}`);
}

/** Collapses or expands namespaces, as one step. */
export function foldNamespaces(
  context: Context,
  namespaces: readonly string[],
  isFolded: boolean,
): void {
  const { session } = context;
  const { foldedNamespaces } = session.store.getState().arrangement;
  const [only, second] = namespaces;
  const what = second === undefined ? `namespace ${only ?? ''}` : `${namespaces.length} namespaces`;
  session.fold(
    { foldedNamespaces: changed(foldedNamespaces, namespaces, isFolded) },
    `${isFolded ? 'Collapse' : 'Expand'} ${what}`,
  );
}

function changed(
  list: readonly string[],
  items: readonly string[],
  isIn: boolean,
): readonly string[] {
  const kept = new Set(list);
  for (const item of items) {
    if (isIn) kept.add(item);
    else kept.delete(item);
  }
  return [...kept];
}

function hasNodes({ session }: CommandContext): boolean {
  return session.store.getState().snapshot.topology.nodes.length > 0;
}
