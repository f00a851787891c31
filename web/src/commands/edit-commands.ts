import type { EditCommand, Point, TopologyEdge, TopologyNode } from '@portolan/model';
import { notify } from '../view-state/notice.ts';
import { NOTHING_SELECTED, select, showDialog } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';
import { runEdit, runEdits } from './run-edit.ts';

/** Deletes what is selected; asks first where something else in the text points at it. */
export const DELETE_SELECTION: Command = {
  id: 'delete',
  title: 'Delete',
  shortcuts: [
    { keys: 'Delete', scope: 'canvas' },
    { keys: 'Backspace', scope: 'canvas' },
  ],
  writes: true,
  isEnabled: ({ view }) => {
    const { nodes, edges } = view.getState().selection;
    return nodes.length + edges.length > 0;
  },
  run: deleteSelection,
};

/** Asks for another name for the selected node; every reference follows. */
export const RENAME: Command = {
  id: 'rename',
  title: 'Rename…',
  shortcuts: [{ keys: 'F2', scope: 'canvas' }],
  writes: true,
  isEnabled: (context) => selectedResourceIds(context).length === 1,
  run: (context) => {
    const [resourceId] = selectedResourceIds(context);
    if (resourceId !== undefined) showDialog(context.view, { kind: 'rename', resourceId });
  },
};

/** Writes a copy of each selected node's manifest. */
export const DUPLICATE: Command = {
  id: 'duplicate',
  title: 'Duplicate',
  shortcuts: [{ keys: 'Ctrl+D', scope: 'canvas' }],
  writes: true,
  isEnabled: (context) => selectedResourceIds(context).length > 0,
  run: (context) => duplicateResources(context, selectedResourceIds(context)),
};

/** Writes a copy of each of these manifests as one step; `places` are where the copies come to stand. */
export function duplicateResources(
  context: Pick<CommandContext, 'session' | 'view'>,
  resourceIds: readonly string[],
  places: readonly Point[] = [],
): void {
  const [first, ...others] = resourceIds.map(
    (resource): EditCommand => ({ kind: 'duplicate-resource', resource }),
  );
  if (first === undefined) return;
  if (others.length === 0) runEdit(context, first, places[0]);
  else runEdits(context, [first, ...others], `Duplicate ${others.length + 1} resources`, places);
}

/** Deletes these resources as one step, with or without what points at them. */
export function deleteResources(
  context: CommandContext,
  resourceIds: readonly string[],
  cleanUp: boolean,
): void {
  const edits = resourceIds.map(
    (resource): EditCommand => ({ kind: 'delete-resource', resource, cleanUp }),
  );
  const [first, second] = edits;
  if (first === undefined) return;
  const result =
    second === undefined
      ? runEdit(context, first)
      : runEdits(context, edits, `Delete ${edits.length} resources`);
  if (result.ok) select(context.view, NOTHING_SELECTED, 'command');
}

/** The resources behind the selected nodes; implied and missing nodes have none. */
export function selectedResourceIds({ session, view }: CommandContext): readonly string[] {
  const { nodes } = session.store.getState().snapshot.topology;
  const selected = new Set(view.getState().selection.nodes);
  return nodes.flatMap((node) =>
    selected.has(node.id) && node.resourceId !== null ? [node.resourceId] : [],
  );
}

function deleteSelection(context: CommandContext): void {
  const { session, view } = context;
  const { selection } = view.getState();
  const { nodes, edges } = session.store.getState().snapshot.topology;
  const selected = nodes.filter((node) => selection.nodes.includes(node.id));
  const resourceIds = selectedResourceIds(context);
  if (resourceIds.length > 0) {
    const ids = new Set(selected.map((node) => node.id));
    const isPointedAt = edges.some((edge) => pointsAt(edge, ids));
    if (isPointedAt) showDialog(view, { kind: 'delete', resourceIds });
    else deleteResources(context, resourceIds, false);
    return;
  }
  const [unwritten] = selected;
  if (unwritten !== undefined) notify(view, 'info', whyNotDeleted(unwritten));
  else disconnect(context, selection.edges);
}

function disconnect(context: CommandContext, edgeIds: readonly string[]): void {
  const edits = edgeIds.map((edge): EditCommand => ({ kind: 'disconnect', edge }));
  const [first, second] = edits;
  if (first === undefined) return;
  const result =
    second === undefined
      ? runEdit(context, first)
      : runEdits(context, edits, `Disconnect ${edits.length} lines`);
  if (result.ok) select(context.view, NOTHING_SELECTED, 'command');
}

/**
 * Whether text that stays points at one of these nodes. A `binds` edge is written in its target, the
 * VirtualService, and an `exposes` edge is a selector, which names nothing.
 */
function pointsAt(edge: TopologyEdge, ids: ReadonlySet<string>): boolean {
  if (edge.kind === 'exposes') return false;
  const [writer, named] =
    edge.kind === 'binds' ? [edge.target, edge.source] : [edge.source, edge.target];
  return ids.has(named) && !ids.has(writer);
}

function whyNotDeleted(node: TopologyNode): string {
  return node.status === 'missing'
    ? `${node.name} is not in the YAML, so there is nothing to delete. It shows because something names it: delete the line to it, or what names it.`
    : `${node.name} is not in the YAML, so there is nothing to delete. It shows because a Gateway selects its pods.`;
}
