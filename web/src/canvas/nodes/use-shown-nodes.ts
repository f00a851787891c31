import type { NodeId, Scene, SceneNode } from '@portolan/model';
import { useMemo, useRef } from 'react';
import type { TracePath } from '../../session/tracing/trace-path.ts';
import type { CanvasWindow } from '../camera/use-window.ts';
import { type FlowNode, toFlowNodes } from './to-flow.ts';
import { useMountedNodes } from './use-mounted-nodes.ts';

/** What is in the DOM and what is painted. */
export interface ShownNodes {
  readonly flowNodes: FlowNode[];
  readonly painted: readonly SceneNode[];
}

interface Marks {
  readonly selected: ReadonlySet<NodeId>;
  readonly refused: ReadonlySet<NodeId>;
  readonly path: TracePath | null;
  /** Nodes that have to be in the DOM in any case. */
  readonly pinned: readonly NodeId[];
}

/** Divides the nodes in view into those in the DOM and those that are painted. */
export function useShownNodes(
  scene: Scene,
  view: CanvasWindow,
  { selected, refused, path, pinned }: Marks,
): ShownNodes {
  const { detail, isSparse, nodes } = view;
  const hasElements = detail === 'near' || isSparse;
  const pins = pinned.join('\n');
  const wanted = useMemo(
    () => withPinned(scene, hasElements ? nodes : [], pins),
    [scene, hasElements, nodes, pins],
  );
  const mounted = useMountedNodes(wanted);
  const flowNodes = useMemo(
    () =>
      toFlowNodes(
        scene,
        wanted.filter(({ id }) => mounted.has(id)),
        { type: detail === 'near' ? 'table' : 'ghost', selected, refused, path },
      ),
    [scene, wanted, mounted, detail, selected, refused, path],
  );
  const painted = useMemo(
    () => (detail === 'near' ? nodes.filter(({ id }) => !mounted.has(id)) : nodes),
    [detail, nodes, mounted],
  );
  return { flowNodes: useSameList(flowNodes), painted: useSameList(painted) };
}

function withPinned(scene: Scene, nodes: readonly SceneNode[], pins: string): readonly SceneNode[] {
  const present = new Set(nodes.map(({ id }) => id));
  const more = pins
    .split('\n')
    .filter((id) => id !== '' && !present.has(id))
    .map((id) => scene.nodeById.get(id))
    .filter((node) => node !== undefined);
  if (more.length === 0) return nodes;
  // In the order of the scene, so that no element has to be moved in the DOM.
  const all = new Set([...nodes, ...more]);
  return scene.nodes.filter((node) => all.has(node));
}

/** The list of before while it holds the same items. */
function useSameList<List extends readonly unknown[]>(list: List): List {
  const before = useRef(list);
  const isSame =
    before.current.length === list.length &&
    list.every((item, index) => item === before.current[index]);
  if (!isSame) before.current = list;
  return before.current;
}
