import type { FieldPath } from '../../../documents/field-path.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { EditCommand } from '../../edit-command.ts';
import { valueAt } from '../../fields/field-operation.ts';
import { takeOutFix } from '../fix-field.ts';
import type { Fixable, Fixer, QuickFix } from '../quick-fix.ts';
import { hides, type OrderedRoute, orderBySpecificity, orderedRoutes } from './specific-order.ts';

/**
 * A route, or a match of one, that no request reaches: to the front of what hides it, where that hides
 * nothing new; or away, where it does the same or could never be reached.
 */
export const fixRouteOrder: Fixer = (fixable) => {
  const { diagnostic, path } = fixable;
  const { route, before } = diagnostic.data;
  if (typeof route !== 'number' || typeof before !== 'number') return [];
  if (diagnostic.severity === 'info') return takeRouteOut(fixable, path);
  return moveRoute(fixable, route, before);
};

/** Istio's own findings of routes behind one for everything, or with matches that are there before. */
export const fixIneffectiveRoute: Fixer = (fixable) => {
  const { diagnostic, resource, path } = fixable;
  const [, protocol, route] = path;
  const before = diagnostic.related[0]?.path[2];
  if (typeof route !== 'number' || typeof before !== 'number') return [];
  const hasMatches = (index: number): boolean => {
    const match = valueAt(resource.value, ['spec', protocol ?? '', index, 'match']);
    return Array.isArray(match) && match.length > 0;
  };
  const isBehindAll = hasMatches(route) && !hasMatches(before);
  if (diagnostic.code === 'IST0130')
    return isBehindAll ? [moveFix(resource, protocol, route, before)] : takeRouteOut(fixable, path);
  // The very same match, or a longer prefix behind a shorter one.
  return diagnostic.follows === 'PTL210'
    ? moveRoute(fixable, route, before)
    : takeRouteOut(fixable, path);
};

/** Taking the last match out would make the route one for everything: then the route has to go. */
function takeRouteOut(fixable: Fixable, path: FieldPath): readonly QuickFix[] {
  const { resource } = fixable;
  const list = valueAt(resource.value, path.slice(0, 4));
  const isOnlyMatch = path.length < 5 || !Array.isArray(list) || list.length < 2;
  const place = isOnlyMatch ? path.slice(0, 3) : path;
  const routes = valueAt(resource.value, path.slice(0, 2));
  if (place.length === 3 && Array.isArray(routes) && routes.length < 2) return [];
  const title = isOnlyMatch
    ? `Delete route ${Number(path[2]) + 1}, which is never used`
    : `Delete match ${Number(path[4]) + 1}, which is never used`;
  return [{ ...takeOutFix(fixable, place), title }];
}

function moveRoute({ resource }: Fixable, from: number, before: number): readonly QuickFix[] {
  const routes = orderedRoutes(resource);
  const moved = routes.find(({ index }) => index === from);
  const passed = routes.filter(({ index }) => index >= before && index < from);
  const hidesMore =
    moved === undefined || passed.some((one) => hides(resource, moved, one) !== 'none');
  const all = orderFix(resource);
  return [...(hidesMore ? [] : [moveFix(resource, 'http', from, before)]), ...all];
}

function moveFix(
  resource: Resource,
  protocol: string | number | undefined,
  from: number,
  to: number,
): QuickFix {
  const path = ['spec', protocol ?? 'http'];
  return {
    title: `Move route ${from + 1} in front of route ${to + 1}`,
    commands: [{ kind: 'move', resource: resource.id, path, from, to }],
  };
}

/** All routes in order, where that takes more than one of them. */
function orderFix(resource: Resource): readonly QuickFix[] {
  const wanted = orderBySpecificity(resource);
  const commands = movesTo(resource, wanted);
  return commands.length < 2 ? [] : [{ title: 'Put the most specific routes first', commands }];
}

function movesTo(resource: Resource, wanted: readonly OrderedRoute[]): readonly EditCommand[] {
  const now = wanted.map(({ index }) => index).toSorted((one, other) => one - other);
  const commands: EditCommand[] = [];
  for (const [place, { index }] of wanted.entries()) {
    const from = now.indexOf(index);
    const to = place;
    if (from === to) continue;
    now.splice(to, 0, ...now.splice(from, 1));
    commands.push({ kind: 'move', resource: resource.id, path: ['spec', 'http'], from, to });
  }
  return commands;
}
