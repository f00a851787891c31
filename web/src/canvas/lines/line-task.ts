import {
  type AddableKind,
  checkConnection,
  checkReconnection,
  type EditCommand,
  fittingKinds,
  type NodeId,
  type Point,
  type SceneEdge,
} from '@portolan/model';
import { reconnect } from '../../commands/reconnect.ts';
import { runEdit } from '../../commands/run-edit.ts';
import type { CanvasTarget } from '../../view-state/view-state.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import {
  connectCommand,
  describeEnd,
  type LineEnd,
  reconnectCommand,
  routeOf,
} from './connect-command.ts';

/** What letting a line go would do, or why it would do nothing. */
export interface LineVerdict {
  readonly ok: boolean;
  readonly text: string;
}

type AddConnectedCommand = Extract<EditCommand, { kind: 'add-connected' }>;

/** What can come where a new line is let go over nothing. */
export interface LineOffer {
  readonly node: NodeId;
  readonly kinds: readonly AddableKind[];
  commandFor(addKind: AddableKind): AddConnectedCommand;
}

/** What a line is drawn for. */
export interface LineTask {
  /** The end that stays. */
  readonly from: Point;
  /** The side of its node that it leaves from. */
  readonly side: 'left' | 'right';
  /** What was pressed: the node of the handle, or the edge whose end is to be moved. */
  readonly pressed: CanvasTarget;
  /** What letting go there would do; null where it means nothing. */
  judge(end: LineEnd): LineVerdict | null;
  /** Does it, or says why not. */
  drop(end: LineEnd): void;
  /** What to put where nothing is; null where letting go there means nothing. */
  readonly offer: LineOffer | null;
}

/** Where a new line starts. */
export interface LineStart extends LineEnd {
  readonly side: 'left' | 'right';
  readonly from: Point;
}

/** Draws a new line, from a handle to a node or a row of it. */
export function drawLine(handle: CanvasHandle, start: LineStart): LineTask {
  const { snapshot } = handle.session.store.getState();
  const commandTo = (end: LineEnd) =>
    start.side === 'right' ? connectCommand(start, end) : connectCommand(end, start);
  return {
    from: start.from,
    side: start.side,
    pressed: { kind: 'node', id: start.node.id },
    judge: (end) => {
      if (end.node.id === start.node.id) return null;
      const command = commandTo(end);
      const check = checkConnection(snapshot, command.source, command.target, command);
      return check.ok
        ? { ok: true, text: `Connect to ${describeEnd(end, command)}` }
        : { ok: false, text: check.reason };
    },
    drop: (end) => {
      if (end.node.id !== start.node.id) runEdit(handle, commandTo(end));
    },
    offer: offerFor(start),
  };
}

function offerFor(start: LineStart): LineOffer {
  const node = start.node.id;
  const route = start.side === 'right' ? routeOf(start) : null;
  return {
    node,
    kinds: fittingKinds(start.node.node.kind, start.side === 'right' ? 'behind' : 'before'),
    commandFor: (addKind) => ({
      kind: 'add-connected',
      node,
      addKind,
      ...(route === null ? {} : { route }),
    }),
  };
}

/** Moves an end of an edge; `line` is which of its lines was taken hold of. */
export function moveEnd(
  handle: CanvasHandle,
  edge: SceneEdge,
  end: 'source' | 'target',
  line: number,
): LineTask {
  const { snapshot } = handle.session.store.getState();
  const curve = (edge.lines[line] ?? edge.lines[0])?.curve;
  const isEnd = end === 'target';
  const fixed = isEnd ? edge.source : edge.target;
  return {
    from: isEnd
      ? { x: curve?.startX ?? edge.source.x, y: curve?.startY ?? edge.source.y }
      : { x: curve?.endX ?? edge.target.x, y: curve?.endY ?? edge.target.y },
    side: isEnd ? 'right' : 'left',
    pressed: { kind: 'edge', id: edge.id },
    judge: (to) => {
      if (to.node.id === fixed.id) return null;
      const command = reconnectCommand(edge, end, to);
      const check = checkReconnection(snapshot, command);
      if (!check.ok) return { ok: false, text: check.reason };
      return check.isMoved ? { ok: true, text: `Move to ${describeEnd(to, command)}` } : null;
    },
    drop: (to) => {
      if (to.node.id === fixed.id) return;
      reconnect(handle, reconnectCommand(edge, end, to));
    },
    offer: null,
  };
}
