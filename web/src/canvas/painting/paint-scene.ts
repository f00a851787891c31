import {
  type Curve,
  intersects,
  type NodeId,
  type NodeKind,
  type Rect,
  type SceneEdge,
  type SceneNode,
} from '@portolan/model';
import type { NodeProblems } from '../../session/problems/node-problems.ts';
import type { TracePath } from '../../session/tracing/trace-path.ts';
import { type CanvasSize, type CanvasViewport, visibleRect } from '../camera/window.ts';
import type { Palette } from './palette.ts';

/** What to paint, and how it stands. */
export interface Painting {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly selectedNodes: ReadonlySet<NodeId>;
  readonly selectedEdges: ReadonlySet<string>;
  readonly refused: ReadonlySet<NodeId>;
  /** The nodes that something is wrong with, and how much. */
  readonly problems: ReadonlyMap<NodeId, NodeProblems>;
  /** Missing nodes that may well be there. */
  readonly unsure: ReadonlySet<NodeId>;
  /** What the traced request has gone through; null while nothing is traced. */
  readonly path: TracePath | null;
  readonly palette: Palette;
}

const KINDS: readonly NodeKind[] = [
  'LoadBalancer',
  'Gateway',
  'VirtualService',
  'Service',
  'ServiceEntry',
];
/** Below this zoom a node is so small that its form cannot be seen, and a curve not from a line. */
const PLAIN_ZOOM = 0.12;
const ROWS_ZOOM = 0.22;
const FONT_SIZE = 11;
const CHARACTER = 6;
const LEAST_NAME_WIDTH = 44;
const DASHES = [5, 4];
const FAINT = 0.35;
const TRACED_WIDTH = 3.5;

/** Paints nodes and edges over what was there. `density` is the number of device pixels per pixel. */
export function paintScene(
  context: CanvasRenderingContext2D,
  painting: Painting,
  viewport: CanvasViewport,
  size: CanvasSize,
  density: number,
): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  const { zoom } = viewport;
  context.setTransform(
    density * zoom,
    0,
    0,
    density * zoom,
    density * viewport.x,
    density * viewport.y,
  );
  const view = visibleRect(viewport, size);
  paintEdges(context, painting, view, zoom);
  const nodes = painting.nodes.filter((node) => intersects(node, view));
  for (const kind of KINDS) {
    paintNodes(
      context,
      nodes.filter(({ node }) => node.kind === kind),
      kind,
      painting,
      zoom,
    );
  }
  paintMarks(context, nodes, painting, zoom);
  if (zoom >= PLAIN_ZOOM) paintNames(context, nodes, painting, viewport, density);
}

function paintEdges(
  context: CanvasRenderingContext2D,
  { edges, selectedEdges, unsure, path, palette }: Painting,
  view: Rect,
  zoom: number,
): void {
  const sound: SceneEdge[] = [];
  const broken: SceneEdge[] = [];
  const selected: SceneEdge[] = [];
  const traced: SceneEdge[] = [];
  const failing: SceneEdge[] = [];
  for (const edge of edges) {
    if (!intersects(edge.bounds, view)) continue;
    if (path?.failing.has(edge.id)) failing.push(edge);
    else if (path?.edges.has(edge.id)) traced.push(edge);
    else if (selectedEdges.has(edge.id)) selected.push(edge);
    else if (isWrong(edge, unsure)) broken.push(edge);
    else sound.push(edge);
  }
  const thin = (zoom < PLAIN_ZOOM ? 0.6 : 1) / zoom;
  if (path !== null) context.globalAlpha = FAINT;
  strokeEdges(context, sound, palette.edge, thin, zoom);
  context.setLineDash(zoom < PLAIN_ZOOM ? [] : DASHES.map((dash) => dash / zoom));
  strokeEdges(context, broken, palette.error, thin, zoom);
  context.setLineDash([]);
  context.globalAlpha = 1;
  strokeEdges(context, selected, palette.accent, 2.5 / zoom, zoom);
  strokeEdges(context, traced, palette.accent, TRACED_WIDTH / zoom, zoom);
  strokeEdges(context, failing, palette.error, TRACED_WIDTH / zoom, zoom);
}

function isWrong({ edge }: SceneEdge, unsure: ReadonlySet<NodeId>): boolean {
  return edge.broken !== null && !unsure.has(edge.source) && !unsure.has(edge.target);
}

function strokeEdges(
  context: CanvasRenderingContext2D,
  edges: readonly SceneEdge[],
  color: string,
  width: number,
  zoom: number,
): void {
  if (edges.length === 0) return;
  context.beginPath();
  const trunks = new Map<string, Trunk>();
  for (const { lines } of edges) {
    for (const { curve } of lines) {
      if (curve.bend === null) addCurve(context, curve, zoom < PLAIN_ZOOM);
      else addToTrunk(context, trunks, curve, curve.bend);
    }
  }
  for (const { from, to, at, isLevel } of trunks.values()) {
    context.moveTo(isLevel ? from : at, isLevel ? at : from);
    context.lineTo(isLevel ? to : at, isLevel ? at : to);
  }
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}

function addCurve(context: CanvasRenderingContext2D, curve: Curve, plain: boolean): void {
  const { startX, startY, endX, endY, reach } = curve;
  context.moveTo(startX, startY);
  if (plain) context.lineTo(endX, endY);
  else context.bezierCurveTo(startX + reach, startY, endX - reach, endY, endX, endY);
}

/** A straight stretch that several lines have in common, level or upright. */
interface Trunk {
  readonly isLevel: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that turn at corners share their stretches up to there: each is drawn once, as far as any goes. */
function addToTrunk(
  context: CanvasRenderingContext2D,
  trunks: Map<string, Trunk>,
  { startX, startY, endX, endY }: Curve,
  bend: number,
): void {
  growTrunk(trunks, { isLevel: true, at: startY, from: startX, to: bend }, startX);
  growTrunk(trunks, { isLevel: false, at: bend, from: startY, to: endY }, startY);
  context.moveTo(bend, endY);
  context.lineTo(endX, endY);
}

function growTrunk(trunks: Map<string, Trunk>, stretch: Trunk, origin: number): void {
  const { isLevel, at } = stretch;
  const key = `${isLevel} ${at} ${origin}`;
  const known = trunks.get(key) ?? stretch;
  const from = Math.min(known.from, known.to, stretch.from, stretch.to);
  const to = Math.max(known.from, known.to, stretch.from, stretch.to);
  trunks.set(key, { isLevel, at, from, to });
}

function paintNodes(
  context: CanvasRenderingContext2D,
  nodes: readonly SceneNode[],
  kind: NodeKind,
  painting: Painting,
  zoom: number,
): void {
  if (nodes.length === 0) return;
  const { palette } = painting;
  const { color, soft } = palette.kinds[kind];
  const plain = zoom < PLAIN_ZOOM;
  context.beginPath();
  for (const node of nodes) addBox(context, node, plain);
  context.fillStyle = plain ? soft : palette.raised;
  context.fill();
  context.strokeStyle = plain ? color : palette.border;
  context.lineWidth = 1 / zoom;
  context.stroke();
  if (plain) return;
  context.beginPath();
  for (const { x, y, width, geometry } of nodes) {
    context.roundRect(x, y, width, geometry.headerHeight, [12, 12, 0, 0]);
  }
  context.fillStyle = soft;
  context.fill();
  if (zoom >= ROWS_ZOOM) paintRows(context, nodes, palette, zoom);
}

function paintRows(
  context: CanvasRenderingContext2D,
  nodes: readonly SceneNode[],
  palette: Palette,
  zoom: number,
): void {
  context.beginPath();
  for (const { x, y, width, geometry } of nodes) {
    for (const row of geometry.rows) {
      context.moveTo(x, y + row.y);
      context.lineTo(x + width, y + row.y);
    }
  }
  context.strokeStyle = palette.line;
  context.lineWidth = 1 / zoom;
  context.stroke();
}

/** What is special about single nodes: implied, missing, stale, refused, selected. */
function paintMarks(
  context: CanvasRenderingContext2D,
  nodes: readonly SceneNode[],
  { palette, selectedNodes, refused, problems, unsure, path }: Painting,
  zoom: number,
): void {
  for (const placed of nodes) {
    const { node } = placed;
    if (node.status !== 'present') {
      context.setLineDash(DASHES.map((dash) => dash / zoom));
      const isError = node.status === 'missing' && !unsure.has(node.id);
      strokeBox(context, placed, isError ? palette.error : palette.ink, 1 / zoom);
      context.setLineDash([]);
    }
    const isBeside = path !== null && !path.nodes.has(node.id);
    if (node.stale || refused.has(node.id) || isBeside) veilBox(context, placed, palette.sea);
    if (path?.nodes.has(node.id)) {
      const color = path.died === node.id ? palette.error : palette.accent;
      strokeBox(context, placed, color, TRACED_WIDTH / zoom);
    }
    if (selectedNodes.has(node.id)) strokeBox(context, placed, palette.accent, 3 / zoom);
    const found = problems.get(node.id);
    if (found !== undefined)
      paintDot(context, placed, found.errors > 0 ? palette.error : palette.warning, zoom);
  }
}

/** Of one size on screen, so that it is seen from afar. */
function paintDot(
  context: CanvasRenderingContext2D,
  { x, y, width }: SceneNode,
  color: string,
  zoom: number,
): void {
  context.beginPath();
  context.arc(x + width, y, 4 / zoom, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
}

function strokeBox(
  context: CanvasRenderingContext2D,
  node: SceneNode,
  color: string,
  width: number,
): void {
  context.beginPath();
  addBox(context, node, false);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}

function veilBox(context: CanvasRenderingContext2D, node: SceneNode, color: string): void {
  context.beginPath();
  addBox(context, node, false);
  context.globalAlpha = 1 - FAINT;
  context.fillStyle = color;
  context.fill();
  context.globalAlpha = 1;
}

function addBox(context: CanvasRenderingContext2D, node: SceneNode, plain: boolean): void {
  if (plain) context.rect(node.x, node.y, node.width, node.height);
  else context.roundRect(node.x, node.y, node.width, node.height, 12);
}

/** Names at a size that can be read at any zoom, where there is room for a few letters. */
function paintNames(
  context: CanvasRenderingContext2D,
  nodes: readonly SceneNode[],
  { palette }: Painting,
  viewport: CanvasViewport,
  density: number,
): void {
  const { zoom } = viewport;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.font = `600 ${FONT_SIZE}px ${palette.font}`;
  context.textBaseline = 'middle';
  for (const { node, x, y, width, height, geometry } of nodes) {
    const room = width * zoom - 12;
    if (room < LEAST_NAME_WIDTH || height * zoom < FONT_SIZE + 3) continue;
    const header = Math.max(geometry.headerHeight * zoom, FONT_SIZE + 3);
    context.fillStyle = node.status === 'missing' ? palette.error : palette.kinds[node.kind].color;
    context.fillText(
      shorten(node.name, Math.floor(room / CHARACTER)),
      x * zoom + viewport.x + 6,
      y * zoom + viewport.y + header / 2 + 0.5,
    );
  }
}

function shorten(name: string, characters: number): string {
  return name.length <= characters ? name : `${name.slice(0, characters - 1)}…`;
}
