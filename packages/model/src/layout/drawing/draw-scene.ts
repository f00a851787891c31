import type { NodeKind } from '../../graph/topology.ts';
import { boundsOf, growRect, type Rect } from '../scene/rect.ts';
import type { Scene } from '../scene/scene.ts';
import { drawEdge } from './draw-edge.ts';
import { drawFrame, FRAME_LABEL_HEIGHT } from './draw-frame.ts';
import { drawNode } from './draw-node.ts';
import { drawNote } from './draw-note.ts';
import { drawBundle, drawStub, STUB_REACH } from './draw-reduced.ts';
import type { Shape } from './shape.ts';
import { drawText } from './text-line.ts';
import { dim } from './text-runs.ts';

/** A scene as shapes, with what they are called. */
export interface Drawing {
  /** What of the scene the picture holds. */
  readonly area: Rect;
  readonly title: string;
  /** What is in the picture, for those who do not see it. */
  readonly description: string;
  /** From back to front. */
  readonly shapes: readonly Shape[];
}

/** What may be chosen about a drawing. */
export interface DrawingOptions {
  /** What it is called. */
  readonly title: string;
  /** Between what is drawn and the edge of the picture; 24 where it is left out. */
  readonly padding?: number;
}

const PADDING = 24;
/** What stands out of a node: handles at its sides, and the badge on its upper border. */
const NODE_MARGIN = 6;
const BADGE_HEIGHT = 9;

/** Draws everything in a scene as the canvas shows it; the same scene gives the same drawing. */
export function drawScene(scene: Scene, options: DrawingOptions): Drawing {
  const { title, padding = PADDING } = options;
  const joined = new Set<string>();
  for (const { lines } of scene.edges) {
    for (const { curve } of lines) {
      joined.add(`${curve.startX} ${curve.startY}`);
      joined.add(`${curve.endX} ${curve.endY}`);
    }
  }
  const isJoined = (x: number, y: number) => joined.has(`${x} ${y}`);
  const bounds = boundsOf(areasOf(scene).filter(isPlace));
  if (bounds === null) return emptyDrawing(title);
  return {
    area: growRect(bounds, Math.max(0, padding)),
    title,
    description: describeScene(scene),
    shapes: [
      ...scene.frames.filter(({ isFolded }) => !isFolded).map(drawFrame),
      ...scene.edges.map(drawEdge),
      ...scene.bundles.map(drawBundle),
      ...scene.stubs.map(drawStub),
      ...scene.frames.filter(({ isFolded }) => isFolded).map(drawFrame),
      ...scene.nodes.map((node) => drawNode(node, isJoined)),
      ...scene.notes.map(drawNote),
    ],
  };
}

/** The part of a scene that is these nodes and notes, and the edges between the nodes. */
export function pickScene(scene: Scene, ids: ReadonlySet<string>): Scene {
  return {
    nodes: scene.nodes.filter(({ id }) => ids.has(id)),
    edges: scene.edges.filter(({ source, target }) => ids.has(source.id) && ids.has(target.id)),
    nodeById: new Map([...scene.nodeById].filter(([id]) => ids.has(id))),
    frames: [],
    bundles: [],
    stubs: [],
    notes: scene.notes.filter(({ id }) => ids.has(id)),
  };
}

function areasOf(scene: Scene): readonly Rect[] {
  const nodes = scene.nodes.map((node) => {
    const { x, y, width, height } = growRect(node, NODE_MARGIN);
    return { x, y: y - BADGE_HEIGHT, width, height: height + BADGE_HEIGHT };
  });
  const frames = scene.frames.map(({ x, y, width, height, isFolded }) => {
    const label = isFolded ? 0 : FRAME_LABEL_HEIGHT;
    return { x, y: y - label, width, height: height + label };
  });
  const stubs = scene.stubs.map(({ x, y, side }) => ({
    x: side === 'right' ? x : x - STUB_REACH,
    y: y - NODE_MARGIN,
    width: STUB_REACH,
    height: 2 * NODE_MARGIN,
  }));
  const lines = [...scene.edges, ...scene.bundles].map(({ bounds }) => bounds);
  return [...nodes, ...lines, ...frames, ...stubs, ...scene.notes];
}

/** Positions that are no numbers do not make the picture endless. */
function isPlace({ x, y, width, height }: Rect): boolean {
  return Number.isFinite(x + y + width + height);
}

const EMPTY_AREA: Rect = { x: 0, y: 0, width: 320, height: 96 };

function emptyDrawing(title: string): Drawing {
  const middle = { x: EMPTY_AREA.width / 2, y: EMPTY_AREA.height / 2 + 4 };
  const text = 'Nothing to draw';
  return {
    area: EMPTY_AREA,
    title,
    description: text,
    shapes: drawText([dim(text)], { ...middle, anchor: 'middle', size: 13 }, EMPTY_AREA.width),
  };
}

/** What one and several nodes of a kind are called. */
const KIND_NAMES: Readonly<Record<NodeKind, readonly [one: string, many: string]>> = {
  LoadBalancer: ['load balancer', 'load balancers'],
  Gateway: ['Gateway', 'Gateways'],
  VirtualService: ['VirtualService', 'VirtualServices'],
  Service: ['Service', 'Services'],
  ServiceEntry: ['ServiceEntry', 'ServiceEntries'],
};
const MOST_LABELS = 40;

/** What is in a scene, and what its edges mean. */
function describeScene({ nodes, edges }: Scene): string {
  const counts = Object.entries(KIND_NAMES).flatMap(([kind, [one, many]]) => {
    const count = nodes.filter(({ node }) => node.kind === kind).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const broken = edges.filter(({ edge }) => edge.broken !== null).length;
  const labels = edges.slice(0, MOST_LABELS).map(({ edge }) => sentence(edge.label));
  const rest = edges.length - labels.length;
  return [
    sentence(counts.join(', ')),
    broken === 0 ? '' : `${broken} broken ${broken === 1 ? 'connection' : 'connections'}.`,
    ...labels,
    rest === 0 ? '' : `And ${rest} more connections.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function sentence(text: string): string {
  return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}
