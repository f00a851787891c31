import type {
  EditCommand,
  NodeId,
  Note,
  PlanResult,
  Point,
  TopologyEdge,
  TopologyNode,
} from '@portolan/model';
import type { ArrangementChange } from '../session/session.ts';
import { notify } from '../view-state/notice.ts';
import {
  NOTHING_SELECTED,
  requestFocus,
  requestReveal,
  select,
  showDialog,
} from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';
import { runEdit, runEdits } from './run-edit.ts';
import { sayCount } from './say-count.ts';
import { selectedNotes } from './selected-nodes.ts';

type EditContext = Pick<CommandContext, 'session' | 'view'>;

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
    const { nodes, edges, notes } = view.getState().selection;
    return nodes.length + edges.length + notes.length > 0;
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

/** Writes a copy of each selected node's manifest, and puts one of each selected note beside it. */
export const DUPLICATE: Command = {
  id: 'duplicate',
  title: 'Duplicate',
  shortcuts: [{ keys: 'Ctrl+D', scope: 'canvas' }],
  writes: true,
  isEnabled: (context) => countCopied(context) > 0,
  run: (context) => {
    const notes = selectedNotes(context);
    const ids = selectedResourceIds(context);
    if (notes.length === 0) duplicateResources(context, ids);
    else {
      const label = `Duplicate ${sayCount(ids.length, notes.length)}`;
      addWithNotes(context, ids.map(duplicate), notes, label);
    }
  },
};

/** How many of what is selected can be copied: nodes that the text holds, and notes. */
export function countCopied(context: CommandContext): number {
  return selectedResourceIds(context).length + selectedNotes(context).length;
}

/** Writes what the edits add, with copies of notes beside these, as one step, and selects the copies. */
export function addWithNotes(
  context: EditContext,
  edits: readonly EditCommand[],
  notes: readonly Note[],
  label: string,
): PlanResult {
  const present = context.session.store.getState().arrangement.notes;
  return addCopies(context, edits, besideThese(present, notes), label);
}

/** `placed` are the notes as they come to stand; `places` are for what the edits add. */
function addCopies(
  context: EditContext,
  edits: readonly EditCommand[],
  placed: readonly Note[],
  label: string,
  places: readonly Point[] = [],
): PlanResult {
  const { session, view } = context;
  const present = session.store.getState().arrangement.notes;
  const copies = placed.map((note) => ({ ...note, id: crypto.randomUUID() }));
  const beside = { notes: [...present, ...copies] };
  const result = runEdits(context, edits, label, places, beside);
  if (result.ok) {
    const { nodes } = view.getState().selection;
    const added = edits.length === 0 ? [] : nodes;
    const ids = copies.map(({ id }) => id);
    select(view, { nodes: added, notes: ids }, 'command');
    const [first] = edits.length === 0 ? ids : [];
    if (first !== undefined) {
      requestReveal(view, { kind: 'note', id: first }, 'whole');
      requestFocus(view, { kind: 'note', id: first });
    }
  }
  return result;
}

/**
 * Writes a copy of each of these manifests, and puts copies of the notes where these stand, as one
 * step; `places` are where the copies come to stand.
 */
export function duplicateResources(
  context: EditContext,
  resourceIds: readonly string[],
  places: readonly Point[] = [],
  notes: readonly Note[] = [],
): void {
  if (notes.length > 0) {
    const label = `Duplicate ${sayCount(resourceIds.length, notes.length)}`;
    addCopies(context, resourceIds.map(duplicate), notes, label, places);
    return;
  }
  const [first, ...others] = resourceIds.map(duplicate);
  if (first === undefined) return;
  if (others.length === 0) runEdit(context, first, places[0]);
  else runEdits(context, [first, ...others], `Duplicate ${others.length + 1} resources`, places);
}

/** Deletes as `deleteResources` does, and tells that there is a way back. */
export function deleteAndTell(
  context: CommandContext,
  resourceIds: readonly string[],
  cleanUp: boolean,
): void {
  if (deleteResources(context, resourceIds, cleanUp))
    notify(context.view, 'info', 'Deleted. Undo brings it back.');
}

/**
 * Deletes these resources, and the selected notes, as one step, with or without what points at them;
 * gives whether it could be done.
 */
export function deleteResources(
  context: CommandContext,
  resourceIds: readonly string[],
  cleanUp: boolean,
): boolean {
  const edits = resourceIds.map(
    (resource): EditCommand => ({ kind: 'delete-resource', resource, cleanUp }),
  );
  const [first, second] = edits;
  const beside = withoutSelectedNotes(context);
  const isPlain = first !== undefined && second === undefined && beside === null;
  const result = isPlain
    ? runEdit(context, first)
    : runEdits(context, edits, deleteLabel(context, edits.length), [], beside ?? {});
  if (result.ok) select(context.view, NOTHING_SELECTED, 'command');
  return result.ok;
}

/** The resources behind the selected nodes; implied and missing nodes have none. */
export function selectedResourceIds({ session, view }: CommandContext): readonly string[] {
  const { nodes } = session.store.getState().snapshot.topology;
  const selected = new Set(view.getState().selection.nodes);
  return nodes.flatMap((node) =>
    selected.has(node.id) && node.resourceId !== null ? [node.resourceId] : [],
  );
}

/** What text that stays points at these resources, as "VirtualService shop", each once. */
export function whatPointsAt(
  { session }: CommandContext,
  resourceIds: readonly string[],
): readonly string[] {
  const { nodes, edges } = session.store.getState().snapshot.topology;
  const pointed = nodes.filter(
    ({ resourceId }) => resourceId !== null && resourceIds.includes(resourceId),
  );
  const ids = new Set(pointed.map(({ id }) => id));
  const writers = new Set(edges.flatMap((edge) => writerOf(edge, ids) ?? []));
  return nodes.filter(({ id }) => writers.has(id)).map(({ kind, name }) => `${kind} ${name}`);
}

function deleteSelection(context: CommandContext): void {
  const { session, view } = context;
  const { selection } = view.getState();
  const { nodes } = session.store.getState().snapshot.topology;
  const selected = nodes.filter((node) => selection.nodes.includes(node.id));
  const resourceIds = selectedResourceIds(context);
  if (resourceIds.length > 0) {
    const isPointedAt = whatPointsAt(context, resourceIds).length > 0;
    if (isPointedAt) showDialog(view, { kind: 'delete', resourceIds });
    else deleteAndTell(context, resourceIds, false);
    return;
  }
  const [unwritten] = selected;
  if (unwritten !== undefined) notify(view, 'info', whyNotDeleted(unwritten));
  if (selection.edges.length > 0) disconnect(context, selection.edges);
  else if (selection.notes.length > 0) deleteAndTell(context, [], false);
}

function deleteLabel(context: CommandContext, resources: number): string {
  return `Delete ${sayCount(resources, selectedNotes(context).length)}`;
}

/** null where no note is selected. */
function withoutSelectedNotes({ session, view }: CommandContext): ArrangementChange | null {
  const selected = new Set(view.getState().selection.notes);
  const { notes } = session.store.getState().arrangement;
  return selected.size === 0 ? null : { notes: notes.filter(({ id }) => !selected.has(id)) };
}

function duplicate(resource: string): EditCommand {
  return { kind: 'duplicate-resource', resource };
}

const COPY_SHIFT = 24;

/** The same, a little lower and to the right, where none of these stands yet. */
function besideThese(present: readonly Note[], notes: readonly Note[]): readonly Note[] {
  const taken = new Set(present.map(({ x, y }) => `${x} ${y}`));
  let shift = COPY_SHIFT;
  while (notes.some(({ x, y }) => taken.has(`${x + shift} ${y + shift}`))) shift += COPY_SHIFT;
  return notes.map((note) => ({ ...note, x: note.x + shift, y: note.y + shift }));
}

function disconnect(context: CommandContext, edgeIds: readonly string[]): void {
  const edits = edgeIds.map((edge): EditCommand => ({ kind: 'disconnect', edge }));
  const [first, second] = edits;
  if (first === undefined) return;
  const beside = withoutSelectedNotes(context);
  const result =
    second === undefined && beside === null
      ? runEdit(context, first)
      : runEdits(context, edits, `Disconnect ${edits.length} lines`, [], beside ?? {});
  if (result.ok) select(context.view, NOTHING_SELECTED, 'command');
}

/**
 * The node in whose text an edge points at one of these, and that stays. A `binds` edge is written in
 * its target, the VirtualService, and an `exposes` edge is a selector, which names nothing.
 */
function writerOf(edge: TopologyEdge, ids: ReadonlySet<string>): NodeId | undefined {
  if (edge.kind === 'exposes') return undefined;
  const [writer, named] =
    edge.kind === 'binds' ? [edge.target, edge.source] : [edge.source, edge.target];
  return ids.has(named) && !ids.has(writer) ? writer : undefined;
}

function whyNotDeleted(node: TopologyNode): string {
  return node.status === 'missing'
    ? `${node.name} is not in the YAML, so there is nothing to delete. It shows because something names it: delete the line to it, or what names it.`
    : `${node.name} is not in the YAML, so there is nothing to delete. It shows because a Gateway selects its pods.`;
}
