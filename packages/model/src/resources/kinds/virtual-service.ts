import {
  fieldOf,
  findRecord,
  findTexts,
  integerField,
  isRecord,
  listField,
  numberField,
  readItems,
  recordField,
  textField,
  textsField,
  type ValueRecord,
} from '../tolerant-value.ts';

/** A `networking.istio.io` VirtualService. */
export interface VirtualService {
  readonly hosts: readonly string[];
  /** As written; null where the field is absent, empty or null: then it is on `mesh` alone. */
  readonly gateways: readonly string[] | null;
  readonly exportTo: readonly string[] | null;
  readonly http: readonly HttpRoute[];
  readonly tls: readonly L4Route[];
  readonly tcp: readonly L4Route[];
}

/** One entry of `spec.http`; `index` is its place there. */
export interface HttpRoute {
  readonly index: number;
  readonly name: string | null;
  /** The match blocks as plain data; empty: every request. */
  readonly matches: readonly Readonly<Record<string, unknown>>[];
  readonly destinations: readonly RouteDestination[];
  readonly mirrors: readonly RouteMirror[];
  readonly delegate: RouteDelegate | null;
  readonly redirect: Readonly<Record<string, unknown>> | null;
  readonly directResponse: Readonly<Record<string, unknown>> | null;
  readonly rewrite: Readonly<Record<string, unknown>> | null;
  readonly fault: Readonly<Record<string, unknown>> | null;
  readonly timeout: string | null;
}

/** One entry of `spec.tls` or `spec.tcp`; `index` is its place there. */
export interface L4Route {
  readonly index: number;
  readonly matches: readonly Readonly<Record<string, unknown>>[];
  readonly destinations: readonly RouteDestination[];
}

/** One entry of a route's `route` list; `index` is its place there. */
export interface RouteDestination {
  readonly index: number;
  /** As written. */
  readonly host: string;
  readonly subset: string | null;
  readonly port: number | null;
  /** As written; null where it is absent. */
  readonly weight: number | null;
  /** 0 to 1: the part of the route's requests that it gets, as istiod computes it. */
  readonly share: number;
}

/** A mirror: `mirror` (index -1) or an entry of `mirrors`. */
export interface RouteMirror {
  readonly index: number;
  readonly host: string;
  readonly subset: string | null;
  readonly port: number | null;
  /** 0 to 100. */
  readonly percentage: number;
}

export interface RouteDelegate {
  readonly name: string;
  /** null where it is absent: then the root's namespace. */
  readonly namespace: string | null;
}

/** Reads a VirtualService manifest; what has the wrong type is left out. */
export function readVirtualService(manifest: ValueRecord): VirtualService {
  const spec = recordField(manifest, 'spec');
  return {
    hosts: textsField(spec, 'hosts'),
    gateways: findTexts(spec, 'gateways'),
    exportTo: findTexts(spec, 'exportTo'),
    http: readItems(spec, 'http', readHttpRoute),
    tls: readItems(spec, 'tls', readL4Route),
    tcp: readItems(spec, 'tcp', readL4Route),
  };
}

function readHttpRoute(route: ValueRecord, index: number): HttpRoute {
  const delegate = findRecord(route, 'delegate');
  return {
    index,
    name: textField(route, 'name'),
    matches: readMatches(route),
    destinations: readDestinations(route),
    mirrors: readMirrors(route),
    delegate:
      delegate === null
        ? null
        : { name: textField(delegate, 'name') ?? '', namespace: textField(delegate, 'namespace') },
    redirect: findRecord(route, 'redirect'),
    directResponse: findRecord(route, 'directResponse'),
    rewrite: findRecord(route, 'rewrite'),
    fault: findRecord(route, 'fault'),
    timeout: textField(route, 'timeout'),
  };
}

function readL4Route(route: ValueRecord, index: number): L4Route {
  return { index, matches: readMatches(route), destinations: readDestinations(route) };
}

function readMatches(route: ValueRecord): readonly ValueRecord[] {
  return listField(route, 'match').filter(isRecord);
}

function readDestinations(route: ValueRecord): readonly RouteDestination[] {
  const destinations = readItems(route, 'route', (item, index) => ({
    index,
    ...readDestination(recordField(item, 'destination')),
    weight: integerField(item, 'weight'),
  }));
  const sum = destinations.reduce((total, { weight }) => total + Math.max(weight ?? 0, 0), 0);
  return destinations.map((destination) => ({
    ...destination,
    share: computeShare(destination.weight, sum, destinations.length),
  }));
}

/** A lone destination gets everything, whatever its weight; among several an absent weight is 0. */
function computeShare(weight: number | null, sum: number, count: number): number {
  if (count === 1) return 1;
  return sum === 0 ? 0 : Math.max(weight ?? 0, 0) / sum;
}

function readDestination(destination: ValueRecord): {
  readonly host: string;
  readonly subset: string | null;
  readonly port: number | null;
} {
  return {
    host: textField(destination, 'host') ?? '',
    subset: textField(destination, 'subset'),
    port: integerField(recordField(destination, 'port'), 'number'),
  };
}

function readMirrors(route: ValueRecord): readonly RouteMirror[] {
  const mirrors: RouteMirror[] = [];
  const single = findRecord(route, 'mirror');
  if (single !== null) {
    const percentage =
      readPercentage(fieldOf(route, 'mirrorPercentage')) ??
      integerField(route, 'mirrorPercent') ??
      integerField(route, 'mirror_percent') ??
      100;
    mirrors.push({ index: -1, ...readDestination(single), percentage });
  }
  const several = readItems(route, 'mirrors', (item, index) => ({
    index,
    ...readDestination(recordField(item, 'destination')),
    percentage: readPercentage(fieldOf(item, 'percentage')) ?? 100,
  }));
  return [...mirrors, ...several];
}

/** protobuf's zero value: a percentage without `value` is 0. */
function readPercentage(percentage: unknown): number | null {
  return isRecord(percentage) ? (numberField(percentage, 'value') ?? 0) : null;
}
