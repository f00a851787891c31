import {
  findEdge,
  findTopologyNode,
  rangeOf,
  type Snapshot,
  type TextRange,
} from '@portolan/model';
import { type CanvasTarget, requestText } from '../view-state/view-state.ts';
import type { Command, CommandContext } from './command.ts';

/** Goes to the lines that make what is selected. */
export const SHOW_TEXT: Command = {
  id: 'show-text',
  title: 'Show in YAML',
  shortcuts: [{ keys: 'Y', scope: 'canvas' }],
  writes: false,
  isEnabled: (context) => selectedText(context) !== undefined,
  run: (context) => {
    const range = selectedText(context);
    if (range !== undefined) requestText(context.view, range, true);
  },
};

/** Goes to the lines that make a node or an edge. Gives whether there are any. */
export function showText(
  { session, view }: Pick<CommandContext, 'session' | 'view'>,
  target: CanvasTarget,
): boolean {
  const range = textOf(session.store.getState().snapshot, target);
  if (range === undefined) return false;
  requestText(view, range, true);
  return true;
}

function selectedText({ session, view }: CommandContext): TextRange | undefined {
  const { nodes, edges } = view.getState().selection;
  const { snapshot } = session.store.getState();
  const targets: readonly CanvasTarget[] = [
    ...nodes.map((id) => ({ kind: 'node', id }) as const),
    ...edges.map((id) => ({ kind: 'edge', id }) as const),
  ];
  for (const target of targets) {
    const range = textOf(snapshot, target);
    if (range !== undefined) return range;
  }
  return undefined;
}

function textOf(snapshot: Snapshot, { kind, id }: CanvasTarget): TextRange | undefined {
  if (kind === 'node') {
    const resource = findTopologyNode(snapshot, id)?.resourceId ?? null;
    return resource === null ? undefined : rangeOf(snapshot, resource, []);
  }
  const origin = findEdge(snapshot, id)?.origins[0];
  return origin === undefined ? undefined : rangeOf(snapshot, origin.resourceId, origin.path);
}
