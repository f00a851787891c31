import {
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
  readonly type: 'VirtualService';
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

/** The VirtualService that a route goes on in. */
export interface RouteDelegate {
  readonly name: string;
  /** null where it is absent: then the root's namespace. */
  readonly namespace: string | null;
}

/** Reads a VirtualService manifest; what has the wrong type is left out. */
export function readVirtualService(manifest: ValueRecord): VirtualService {
  const spec = recordField(manifest, 'spec');
  return {
    type: 'VirtualService',
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
  const items = listField(route, 'route').filter(isRecord);
  const sum = items.reduce((total, item) => total + positiveWeight(item), 0);
  return readItems(route, 'route', (item, index) => {
    const destination = recordField(item, 'destination');
    return {
      index,
      host: textField(destination, 'host') ?? '',
      subset: textField(destination, 'subset'),
      port: readPort(destination),
      weight: integerField(item, 'weight'),
      share: computeShare(positiveWeight(item), sum, items.length),
    };
  });
}

function positiveWeight(item: ValueRecord): number {
  return Math.max(integerField(item, 'weight') ?? 0, 0);
}

/** A lone destination gets everything, whatever its weight; among several an absent weight is 0. */
function computeShare(weight: number, sum: number, count: number): number {
  if (count === 1) return 1;
  return sum === 0 ? 0 : weight / sum;
}

/** The mirrors of an http route. */
export function readMirrors(route: ValueRecord): readonly RouteMirror[] {
  const several = readItems(route, 'mirrors', (item, index) =>
    readMirror(index, recordField(item, 'destination'), readPercentage(item, 'percentage') ?? 100),
  );
  const single = findRecord(route, 'mirror');
  if (single === null) return several;
  const percentage =
    readPercentage(route, 'mirrorPercentage') ??
    integerField(route, 'mirrorPercent') ??
    integerField(route, 'mirror_percent') ??
    100;
  return [readMirror(-1, single, percentage), ...several];
}

function readMirror(index: number, destination: ValueRecord, percentage: number): RouteMirror {
  return {
    index,
    host: textField(destination, 'host') ?? '',
    subset: textField(destination, 'subset'),
    port: readPort(destination),
    percentage,
  };
}

function readPort(destination: ValueRecord): number | null {
  return integerField(recordField(destination, 'port'), 'number');
}

/** protobuf's zero value: a percentage without `value` is 0. */
function readPercentage(record: ValueRecord, name: string): number | null {
  const percentage = findRecord(record, name);
  return percentage === null ? null : (numberField(percentage, 'value') ?? 0);
}
