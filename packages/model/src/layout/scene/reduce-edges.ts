import type { NodeId, TopologyEdge, TopologyNode } from '../../graph/topology.ts';
import { edgeAnchors } from '../edge-anchors.ts';
import { handleY } from '../measure-node.ts';
import type { NamespaceFrame } from '../namespaces/namespace-frames.ts';
import type { Point } from '../node-geometry.ts';
import { type Curve, curveBetween, curvesBounds } from './curve.ts';
import type { Rect } from './rect.ts';
import type { SceneNode } from './scene.ts';

/** The lines between two ends of which one at least is a box, as one. */
export interface SceneBundle {
  readonly id: string;
  /** What it joins, in words: a namespace, or the kind and name of a node. */
  readonly from: string;
  readonly to: string;
  readonly edges: readonly TopologyEdge[];
  readonly isBroken: boolean;
  readonly curve: Curve;
  readonly bounds: Rect;
}

/** The beginning of lines that lead to something that is not shown. */
export interface SceneStub extends Point {
  readonly id: string;
  /** On which side of its node or box it sticks out. */
  readonly side: 'left' | 'right';
  readonly count: number;
  /** The namespaces that are not shown, by name. */
  readonly namespaces: readonly string[];
  /** The node that it is at; null: a box. */
  readonly node: NodeId | null;
}

interface Shown {
  readonly nodeById: ReadonlyMap<NodeId, SceneNode>;
  readonly frames: readonly NamespaceFrame[];
}

/** One end of an edge as it is shown. */
type End =
  | { readonly kind: 'node'; readonly key: string; readonly name: string; readonly node: SceneNode }
  | {
      readonly kind: 'box';
      readonly key: string;
      readonly name: string;
      readonly box: NamespaceFrame;
    }
  | { readonly kind: 'hidden'; readonly namespace: string };

/** What stands for edges of which one end at least is folded away or hidden. */
export function reduceEdges(
  edges: readonly TopologyEdge[],
  nodes: readonly TopologyNode[],
  shown: Shown,
): { readonly bundles: readonly SceneBundle[]; readonly stubs: readonly SceneStub[] } {
  if (edges.length === 0) return { bundles: [], stubs: [] };
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const boxes = new Map(
    shown.frames.filter(({ isFolded }) => isFolded).map((box) => [box.namespace, box]),
  );
  const bundles = new Map<string, BundleDraft>();
  const stubs = new Map<string, StubDraft>();
  for (const edge of edges) {
    const [from, to] = [nodeOf.get(edge.source), nodeOf.get(edge.target)];
    if (from === undefined || to === undefined) continue;
    const source = endOf(from, shown, boxes);
    const target = endOf(to, shown, boxes);
    if (source.kind !== 'hidden' && target.kind !== 'hidden') {
      if (source.key !== target.key) addToBundle(bundles, edge, source, target);
    } else {
      const rows = edgeAnchors(edge, from, to);
      for (const { sourceRow, targetRow } of rows) {
        addToStub(stubs, source, target, { side: 'right', row: sourceRow });
        addToStub(stubs, target, source, { side: 'left', row: targetRow });
      }
    }
  }
  return {
    bundles: [...bundles].map(([id, draft]) => toBundle(id, draft)),
    stubs: [...stubs].map(([id, draft]) => toStub(id, draft)),
  };
}

function endOf(
  node: TopologyNode,
  { nodeById }: Shown,
  boxes: ReadonlyMap<string, NamespaceFrame>,
): End {
  const placed = nodeById.get(node.id);
  if (placed !== undefined) {
    return { kind: 'node', key: node.id, name: `${node.kind} ${node.name}`, node: placed };
  }
  const { namespace } = node;
  const box = boxes.get(namespace);
  if (box === undefined) return { kind: 'hidden', namespace };
  return { kind: 'box', key: `namespace ${namespace}`, name: `namespace ${namespace}`, box };
}

type ShownEnd = Exclude<End, { readonly kind: 'hidden' }>;

interface BundleDraft {
  readonly source: ShownEnd;
  readonly target: ShownEnd;
  readonly edges: TopologyEdge[];
}

function addToBundle(
  bundles: Map<string, BundleDraft>,
  edge: TopologyEdge,
  source: ShownEnd,
  target: ShownEnd,
): void {
  const id = `${source.key}>${target.key}`;
  const known = bundles.get(id);
  if (known === undefined) bundles.set(id, { source, target, edges: [edge] });
  else known.edges.push(edge);
}

function toBundle(id: string, { source, target, edges }: BundleDraft): SceneBundle {
  const start = placeAt(source, 'right', '');
  const end = placeAt(target, 'left', '');
  const curve = curveBetween(start.x, start.y, end.x, end.y, null);
  return {
    id,
    from: source.name,
    to: target.name,
    edges,
    isBroken: edges.some(({ broken }) => broken !== null),
    curve,
    bounds: curvesBounds([curve]),
  };
}

interface StubDraft extends Point {
  readonly side: SceneStub['side'];
  readonly node: NodeId | null;
  readonly namespaces: Set<string>;
  count: number;
}

function addToStub(
  stubs: Map<string, StubDraft>,
  at: End,
  other: End,
  { side, row }: { readonly side: SceneStub['side']; readonly row: string },
): void {
  if (at.kind === 'hidden' || other.kind !== 'hidden') return;
  const place = placeAt(at, side, row);
  const id = `${at.key} ${side} ${place.y}`;
  const node = at.kind === 'node' ? at.node.id : null;
  const draft = stubs.get(id) ?? { ...place, side, node, namespaces: new Set<string>(), count: 0 };
  draft.namespaces.add(other.namespace);
  draft.count += 1;
  stubs.set(id, draft);
}

function toStub(id: string, { namespaces, ...draft }: StubDraft): SceneStub {
  return { id, ...draft, namespaces: [...namespaces].sort() };
}

/** Where lines join: a node at the row, where it shows it; a box at its header. */
function placeAt(end: ShownEnd, side: 'left' | 'right', row: string): Point {
  const rect = end.kind === 'node' ? end.node : end.box;
  const x = side === 'left' ? rect.x : rect.x + rect.width;
  const y = end.kind === 'node' ? handleY(end.node.geometry, row) : BOX_HANDLE;
  return { x, y: rect.y + y };
}

const BOX_HANDLE = 26;
