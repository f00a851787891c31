import type { Note, TopologyEdge, TopologyNode } from '@portolan/model';
import type { CommandContext } from './command.ts';

/** The selected nodes, in the order of the map. */
export function selectedNodes({ session, view }: CommandContext): readonly TopologyNode[] {
  const selected = new Set(view.getState().selection.nodes);
  if (selected.size === 0) return [];
  return session.store.getState().snapshot.topology.nodes.filter(({ id }) => selected.has(id));
}

/** The selected node, where exactly one is selected. */
export function onlySelectedNode(context: CommandContext): TopologyNode | undefined {
  const nodes = selectedNodes(context);
  return nodes.length === 1 ? nodes[0] : undefined;
}

/** The selected notes. */
export function selectedNotes({ session, view }: CommandContext): readonly Note[] {
  const selected = new Set(view.getState().selection.notes);
  if (selected.size === 0) return [];
  return session.store.getState().arrangement.notes.filter(({ id }) => selected.has(id));
}

/** The selected edges, in the order of the map. */
export function selectedEdges({ session, view }: CommandContext): readonly TopologyEdge[] {
  const selected = new Set(view.getState().selection.edges);
  if (selected.size === 0) return [];
  return session.store.getState().snapshot.topology.edges.filter(({ id }) => selected.has(id));
}
