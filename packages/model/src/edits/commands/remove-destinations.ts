import type { RoutesEdge } from '../../graph/topology.ts';
import type { HttpRoute, L4Route } from '../../resources/kinds/virtual-service.ts';
import type { Resource } from '../../resources/resource.ts';
import type { FieldOperation } from '../fields/field-operation.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';
import { sharesOf, toWeights } from './route-weights.ts';

/** A destination or mirror of a VirtualService, as a `routes` edge names it. */
export type DestinationPlace = Pick<RoutesEdge, 'protocol' | 'route' | 'destination' | 'mirror'>;

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

/**
 * Operations that take destinations and mirrors away. The weights of those that stay keep their
 * proportion; a route that is left without any destination goes, and with the last route its list.
 */
export function removeDestinations(
  resource: Resource,
  doomed: readonly DestinationPlace[],
  doomedRoutes: readonly number[] = [],
): readonly FieldOperation[] {
  if (resource.details.type !== 'VirtualService') {
    return [];
  }
  const { details } = resource;
  return PROTOCOLS.flatMap((protocol) => {
    const cut = new Set<number>(protocol === 'http' ? doomedRoutes : []);
    const changes: FieldOperation[] = [];
    for (const route of details[protocol].toReversed()) {
      const ofRoute = doomed.filter(
        (one) => one.protocol === protocol && one.route === route.index,
      );
      const plan = planRoute(resource, protocol, route, ofRoute);
      if (plan === 'cut') {
        cut.add(route.index);
      } else if (!cut.has(route.index)) {
        changes.push(...plan);
      }
    }
    return [...changes, ...removeItems(resource, ['spec', protocol], cut)];
  });
}

/** Removes items of a list, the last first; the whole field where no item would be left. */
export function removeItems(
  resource: Resource,
  path: readonly (string | number)[],
  doomed: ReadonlySet<number>,
): readonly FieldOperation[] {
  const list = valueAt(resource.value, path);
  if (doomed.size === 0 || !Array.isArray(list)) {
    return [];
  }
  if (list.every((_, index) => doomed.has(index))) {
    return [{ kind: 'remove', path }];
  }
  return [...doomed]
    .sort((a, b) => b - a)
    .map((index) => ({ kind: 'remove', path: [...path, index] }));
}

function planRoute(
  resource: Resource,
  protocol: DestinationPlace['protocol'],
  route: HttpRoute | L4Route,
  doomed: readonly DestinationPlace[],
): readonly FieldOperation[] | 'cut' {
  const path = ['spec', protocol, route.index];
  const cut = new Set(doomed.filter(({ mirror }) => !mirror).map((one) => one.destination));
  const left = route.destinations.filter(({ index }) => !cut.has(index));
  if (cut.size > 0 && left.length === 0) {
    return answersItself(route)
      ? [...removeMirrors(resource, route, doomed), { kind: 'remove', path: [...path, 'route'] }]
      : 'cut';
  }
  const areWeighted = route.destinations.some(({ weight }) => weight !== null);
  const weights = toWeights(sharesOf(left));
  const reweighed =
    cut.size === 0 || !areWeighted
      ? []
      : left.flatMap(({ index, weight }, place) => {
          const value = weights[place] ?? 0;
          return weight === value
            ? []
            : [{ kind: 'set', path: [...path, 'route', index, 'weight'], value } as const];
        });
  const removed = [...cut]
    .sort((a, b) => b - a)
    .map((index) => ({ kind: 'remove', path: [...path, 'route', index] }) as const);
  return [...removeMirrors(resource, route, doomed), ...reweighed, ...removed];
}

function answersItself(route: HttpRoute | L4Route): boolean {
  return (
    'redirect' in route &&
    (route.redirect !== null || route.directResponse !== null || route.delegate !== null)
  );
}

/** `mirror`, and what means nothing without it. */
const MIRROR_FIELDS = ['mirror', 'mirrorPercentage', 'mirrorPercent', 'mirror_percent'];

function removeMirrors(
  resource: Resource,
  route: HttpRoute | L4Route,
  doomed: readonly DestinationPlace[],
): readonly FieldOperation[] {
  if (!('mirrors' in route)) {
    return [];
  }
  const path = ['spec', 'http', route.index];
  const places = doomed.filter(({ mirror }) => mirror).map(({ destination }) => destination);
  const operations: FieldOperation[] = [];
  const ofList = route.mirrors.filter(({ index }) => index >= 0);
  const cut = places.filter((index) => index >= 0).sort((a, b) => b - a);
  if (cut.length > 0 && cut.length === ofList.length) {
    operations.push({ kind: 'remove', path: [...path, 'mirrors'] });
  } else {
    for (const index of cut) {
      operations.push({ kind: 'remove', path: [...path, 'mirrors', index] });
    }
  }
  if (places.includes(-1)) {
    const value = valueAt(resource.value, path);
    const written = MIRROR_FIELDS.filter((name) => isRecord(value) && Object.hasOwn(value, name));
    operations.push(...written.map((name) => ({ kind: 'remove', path: [...path, name] }) as const));
  }
  return operations;
}
