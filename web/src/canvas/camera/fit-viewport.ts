import { boundsOf, intersects, type Rect } from '@portolan/model';
import { type CanvasSize, type CanvasViewport, visibleRect } from './window.ts';

/** So far that ten thousands of nodes fit, in one column if they have to. */
export const LEAST_ZOOM = 0.0002;
/** So near that small type is large. */
export const MOST_ZOOM = 2;

const PADDING = 20;
/** Above the buttons at the bottom. */
const BOTTOM_PADDING = 64;
/** From here on everything can be read. */
const READABLE_ZOOM = 0.75;
/** What the map takes at the bottom right, with its margin. */
const MAP_CORNER: CanvasSize = { width: 188, height: 132 };

/** Looks at an area so that all of it is in view, but never nearer than `nearest`. */
export function fitViewport(area: Rect, size: CanvasSize, nearest = 1): CanvasViewport {
  const width = Math.max(1, size.width - 2 * PADDING);
  const height = Math.max(1, size.height - PADDING - BOTTOM_PADDING);
  const zoom = clampZoom(
    Math.min(nearest, width / Math.max(1, area.width), height / Math.max(1, area.height)),
  );
  const { x, y } = centreOn(area, size, zoom);
  return { x, y: y - (BOTTOM_PADDING - PADDING) / 2, zoom };
}

/** Looks at these so that all of them are in view, which needs no map; null for none. */
export function fitAll(areas: readonly Rect[], size: CanvasSize): CanvasViewport | null {
  const bounds = boundsOf(areas);
  return bounds === null ? null : fitViewport(bounds, size);
}

/** Looks at all of these from as near as it can be; null for none. */
export function fillWith(areas: readonly Rect[], size: CanvasSize): CanvasViewport | null {
  const bounds = boundsOf(areas);
  return bounds === null ? null : fitViewport(bounds, size, MOST_ZOOM);
}

/**
 * How to look at these for the first time: at all of them, or, where their words would be too small
 * to be read, at their beginning.
 */
export function firstLook(areas: readonly Rect[], size: CanvasSize): CanvasViewport | null {
  const all = fitAll(areas, size);
  const bounds = boundsOf(areas);
  if (all === null || bounds === null || all.zoom >= READABLE_ZOOM) return all;
  const middle = centreOn(bounds, size, READABLE_ZOOM);
  return {
    x: Math.max(middle.x, PADDING - bounds.x * READABLE_ZOOM),
    y: Math.max(middle.y, PADDING - bounds.y * READABLE_ZOOM),
    zoom: READABLE_ZOOM,
  };
}

/** Looks at the middle of an area at this zoom. */
export function centreOn(area: Rect, size: CanvasSize, zoom: number): CanvasViewport {
  return {
    x: size.width / 2 - (area.x + area.width / 2) * zoom,
    y: size.height / 2 - (area.y + area.height / 2) * zoom,
    zoom,
  };
}

/** Changes the zoom, with the middle of `anchor` (by default, of the view) staying where it is. */
export function zoomTo(
  viewport: CanvasViewport,
  size: CanvasSize,
  zoom: number,
  anchor: Rect = visibleRect(viewport, size),
): CanvasViewport {
  const next = clampZoom(zoom);
  const change = viewport.zoom - next;
  return {
    x: viewport.x + (anchor.x + anchor.width / 2) * change,
    y: viewport.y + (anchor.y + anchor.height / 2) * change,
    zoom: next,
  };
}

/** Whether an area is wholly in view; of one that is larger than the view, whether it fills it. */
export function isInView(area: Rect, viewport: CanvasViewport, size: CanvasSize): boolean {
  const view = visibleRect(viewport, size);
  return (
    isWithin(area.x, area.width, view.x, view.width) &&
    isWithin(area.y, area.height, view.y, view.height)
  );
}

/**
 * The same zoom, moved as little as needed to bring the area into view, and not under the map of
 * `all`.
 */
export function bringIntoView(
  area: Rect,
  viewport: CanvasViewport,
  size: CanvasSize,
  all: Rect,
): CanvasViewport {
  const moved = isInView(area, viewport, size) ? viewport : broughtIn(area, viewport, size);
  if (isClear(area, moved, size, all)) return moved;
  const bottom = (area.y + area.height) * moved.zoom + moved.y;
  const above = { ...moved, y: moved.y - (bottom - (size.height - MAP_CORNER.height)) - 1 };
  return isInView(area, above, size) ? above : moved;
}

function broughtIn(area: Rect, viewport: CanvasViewport, size: CanvasSize): CanvasViewport {
  return {
    x: viewport.x + shiftFor(area.x, area.width, viewport.x, viewport.zoom, size.width),
    y: viewport.y + shiftFor(area.y, area.height, viewport.y, viewport.zoom, size.height),
    zoom: viewport.zoom,
  };
}

/** Whether an area is wholly in view and not under the map of `all`. */
export function isClear(
  area: Rect,
  viewport: CanvasViewport,
  size: CanvasSize,
  all: Rect,
): boolean {
  if (!isInView(area, viewport, size)) return false;
  return !needsMap(all, viewport, size) || !intersects(area, underMap(viewport, size));
}

/** Whether a part of `all` is out of view, so that a map helps to get there. */
export function needsMap(all: Rect, viewport: CanvasViewport, size: CanvasSize): boolean {
  const view = visibleRect(viewport, size);
  const isWide = all.x < view.x || all.x + all.width > view.x + view.width;
  return isWide || all.y < view.y || all.y + all.height > view.y + view.height;
}

/** The part of the scene that the map covers. */
function underMap(viewport: CanvasViewport, size: CanvasSize): Rect {
  const view = visibleRect(viewport, size);
  const width = MAP_CORNER.width / viewport.zoom;
  const height = MAP_CORNER.height / viewport.zoom;
  return { x: view.x + view.width - width, y: view.y + view.height - height, width, height };
}

function clampZoom(zoom: number): number {
  return Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));
}

function isWithin(start: number, length: number, from: number, room: number): boolean {
  if (length > room) return start <= from && start + length >= from + room;
  return start >= from && start + length <= from + room;
}

function shiftFor(start: number, length: number, offset: number, zoom: number, room: number) {
  const from = start * zoom + offset;
  const to = from + length * zoom;
  const tooLong = to - from > room - 2 * PADDING;
  if (tooLong || from < PADDING) return from < PADDING && to > room ? 0 : PADDING - from;
  return to > room - PADDING ? room - PADDING - to : 0;
}
