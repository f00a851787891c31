import {
  growRect,
  intersects,
  mayRunThrough,
  type NodeId,
  type Rect,
  type Scene,
  type SceneEdge,
  type SceneNode,
  sceneAreas,
} from '@portolan/model';

/** Where the canvas looks: a pixel (x, y) of the scene is at (x * zoom + viewport.x, …) on screen. */
export interface CanvasViewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Whether both look at the same place from the same distance. */
export function isSameViewport(a: CanvasViewport, b: CanvasViewport): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom;
}

/** The size of the canvas on screen, in CSS pixels. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}

/** Size of a cell on screen: panning changes the window only when it passes into another one. */
const CELL = 256;
const MARGIN = 192;

/** The area of the scene that is in view. */
export function visibleRect(viewport: CanvasViewport, size: CanvasSize): Rect {
  return {
    x: -viewport.x / viewport.zoom,
    y: -viewport.y / viewport.zoom,
    width: size.width / viewport.zoom,
    height: size.height / viewport.zoom,
  };
}

/** Whether there is something on the map, and none of it is in view. */
export function isNothingInView(scene: Scene, viewport: CanvasViewport, size: CanvasSize): boolean {
  const areas = sceneAreas(scene);
  // Before it is measured, the canvas shows nothing of anything.
  if (areas.length === 0 || size.width === 0) return false;
  const view = visibleRect(viewport, size);
  return !areas.some((area) => intersects(area, view));
}

/** The area in view and a margin round it, rounded up to whole cells. */
export function windowOf(viewport: CanvasViewport, size: CanvasSize): Rect {
  // By powers of two, so that zooming out does not pass a cell with every pixel.
  const scale = 2 ** Math.max(0, Math.ceil(Math.log2(1 / viewport.zoom)));
  const cell = CELL * scale;
  const { x, y, width, height } = growRect(visibleRect(viewport, size), MARGIN * scale);
  const left = Math.floor(x / cell) * cell;
  const top = Math.floor(y / cell) * cell;
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width) / cell) * cell - left,
    height: Math.ceil((y + height) / cell) * cell - top,
  };
}

/** Whether two areas are the same. */
export function isSameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The nodes that touch the area, in the scene's order. */
export function nodesIn(scene: Scene, area: Rect): readonly SceneNode[] {
  return scene.nodes.filter((node) => intersects(node, area));
}

/** The edges that may run through the area. */
export function edgesIn(scene: Scene, area: Rect): readonly SceneEdge[] {
  return scene.edges.filter(
    ({ bounds, lines }) =>
      intersects(bounds, area) && lines.some(({ curve }) => mayRunThrough(curve, area)),
  );
}

/**
 * - `near`: nodes are read: tables in the DOM, edges in SVG
 * - `far`: nodes are found: everything is painted
 */
export type Detail = 'near' | 'far';

/** So few nodes get elements from afar too: for screen readers, and for the pointer at once. */
export const SPARSE_COUNT = 80;
const NEAR_COUNT = 200;
const FAR_COUNT = 250;
const NEAR_ZOOM = 0.45;
const FAR_ZOOM = 0.4;

/** More lines than this are not worth an element each, however near one looks. */
const MOST_EDGE_ELEMENTS = 300;

/** Whether edges in view are painted: from afar, and where there are too many of them. */
export function mustPaintEdges({
  detail,
  isSparse,
  edges,
}: {
  readonly detail: Detail;
  readonly isSparse: boolean;
  readonly edges: readonly SceneEdge[];
}): boolean {
  return (detail === 'far' && !isSparse) || edges.length > MOST_EDGE_ELEMENTS;
}

/** How the canvas draws; what just changed stays a little longer, so that it does not flicker. */
export function chooseDetail(before: Detail, count: number, zoom: number): Detail {
  if (before === 'near') return count > FAR_COUNT || zoom < FAR_ZOOM ? 'far' : 'near';
  return count <= NEAR_COUNT && zoom >= NEAR_ZOOM ? 'near' : 'far';
}

/** A zoom that gives the same detail as this one; there are only three, so that it seldom changes. */
export function detailZoom(zoom: number): number {
  if (zoom < FAR_ZOOM) return 0;
  return zoom < NEAR_ZOOM ? FAR_ZOOM : 1;
}

/**
 * The next step from what is mounted to what should be: leaves out what is not wanted any more, and
 * adds at most `atOnce`, so that no frame is long. The same set when nothing changes.
 */
export function growMounted(
  mounted: ReadonlySet<NodeId>,
  wanted: readonly SceneNode[],
  atOnce: number,
): ReadonlySet<NodeId> {
  const next = new Set<NodeId>();
  let added = 0;
  for (const { id } of wanted) {
    if (mounted.has(id)) next.add(id);
    else if (added < atOnce) {
      added += 1;
      next.add(id);
    }
  }
  return added === 0 && next.size === mounted.size ? mounted : next;
}
