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
