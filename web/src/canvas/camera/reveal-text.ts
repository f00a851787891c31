import {
  findEdge,
  findTopologyNode,
  rangeOf,
  type Snapshot,
  type TextRange,
} from '@portolan/model';
import { type CanvasTarget, requestText } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';

/** Shows the lines that make a node or an edge in the editor. Gives whether there are any. */
export function revealText(handle: CanvasHandle, target: CanvasTarget, focus: boolean): boolean {
  const range = textOf(handle.session.store.getState().snapshot, target);
  if (range === undefined) return false;
  requestText(handle.view, range, focus);
  return true;
}

function textOf(snapshot: Snapshot, { kind, id }: CanvasTarget): TextRange | undefined {
  if (kind === 'node') {
    const resource = findTopologyNode(snapshot, id)?.resourceId ?? null;
    return resource === null ? undefined : rangeOf(snapshot, resource, []);
  }
  const origin = findEdge(snapshot, id)?.origins[0];
  return origin === undefined ? undefined : rangeOf(snapshot, origin.resourceId, origin.path);
}
