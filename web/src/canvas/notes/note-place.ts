import { growRect, intersects, type Point, type Rect, sceneAreas } from '@portolan/model';
import { visibleRect } from '../camera/window.ts';
import type { CanvasHandle } from '../canvas-handle.ts';
import { NEW_NOTE } from './note-actions.ts';

const GAP = 16;
/** From the middle outwards, in steps of half a note. */
const RINGS = 8;

/** Where the middle of a new note can be: in view, on nothing, as near to the middle as there is room. */
export function freePlace(handle: CanvasHandle): Point {
  const view = visibleRect(handle.viewport(), handle.size());
  const scene = handle.scene.current;
  const taken = sceneAreas({ ...scene, frames: [] });
  const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
  const near = taken.filter((area) => intersects(area, view));
  const isFree = (place: Point): boolean => {
    const rect = rectAround(place);
    const isInView =
      rect.x >= view.x &&
      rect.y >= view.y &&
      rect.x + rect.width <= view.x + view.width &&
      rect.y + rect.height <= view.y + view.height;
    return isInView && !near.some((area) => intersects(area, growRect(rect, GAP)));
  };
  return ringsAround(middle).find(isFree) ?? middle;
}

function ringsAround({ x, y }: Point): readonly Point[] {
  const places: Point[] = [];
  for (let row = -RINGS; row <= RINGS; row += 1) {
    for (let column = -RINGS; column <= RINGS; column += 1) {
      places.push({ x: x + (column * NEW_NOTE.width) / 2, y: y + (row * NEW_NOTE.height) / 2 });
    }
  }
  const distance = (place: Point): number => Math.hypot(place.x - x, place.y - y);
  return places.sort((a, b) => distance(a) - distance(b));
}

function rectAround({ x, y }: Point): Rect {
  return { x: x - NEW_NOTE.width / 2, y: y - NEW_NOTE.height / 2, ...NEW_NOTE };
}
