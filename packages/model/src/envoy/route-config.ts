import type { FieldOrigin } from '../graph/topology.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { ValueRecord } from '../resources/tolerant-value.ts';
import type { Drop, Rejection, WeightedCluster } from './gateway-config.ts';
import type { HttpMatch } from './match/http-match.ts';

/** A route configuration of Envoy. */
export interface RouteConfig {
  /** `http.8080`, `https.443.https.shop.default`. */
  readonly name: string;
  /** By name. */
  readonly virtualHosts: readonly VirtualHost[];
  /** Why Envoy refuses it; it then keeps what it had before. null where it takes it. */
  readonly rejection: Rejection | null;
  /** What was left out on the way. */
  readonly drops: readonly Drop[];
}

/** A virtual host of Envoy: the hosts that share a list of routes. */
export interface VirtualHost {
  /** `shop.example.com:80`. */
  readonly name: string;
  /** In small letters. */
  readonly domains: readonly string[];
  /** Whether requests that did not come by TLS are sent to https, before any route. */
  readonly requiresTls: boolean;
  /** The servers that ask for it. */
  readonly requiresTlsBy: readonly FieldOrigin[];
  /** In the order in which a request is compared with them. */
  readonly routes: readonly EnvoyRoute[];
  /** The VirtualServices whose routes it has, in order. */
  readonly virtualServices: readonly ResourceId[];
  /** The hosts that make it: of servers and of VirtualServices. */
  readonly origins: readonly FieldOrigin[];
}

/** A route of Envoy: one match block of an http route, or an http route without any. */
export interface EnvoyRoute {
  /** `rule`, or `rule.match`; empty where the manifest gives no names. */
  readonly name: string;
  /** The VirtualService that is on the Gateway. */
  readonly virtualService: ResourceId;
  /** Where the http route is written: in that VirtualService, or in its delegate. */
  readonly rule: FieldOrigin;
  /** The http route that delegates to it; null where none does. */
  readonly delegatedBy: FieldOrigin | null;
  /** The match blocks that it is made of; none where the route takes everything. */
  readonly matchedBy: readonly FieldOrigin[];
  /** null where something in it is not understood: then no request is taken to fit. */
  readonly match: HttpMatch | null;
  /** The match block as istiod has it; null where the route has none. */
  readonly block: ValueRecord | null;
  /** The http route as istiod has it: names are whole, a delegate's has what the route above says. */
  readonly written: ValueRecord;
  /** The number of the Gateway's server that it is made for. */
  readonly serverPort: number;
  /** Whether that server ends TLS. */
  readonly serverEndsTls: boolean;
  /** Whether it takes every request, and so comes behind all others of the virtual host. */
  readonly isCatchAll: boolean;
  readonly action: RouteAction;
  readonly fault: RouteFault | null;
  readonly cors: CorsPolicy | null;
  readonly requestHeaders: HeaderChanges;
  readonly responseHeaders: HeaderChanges;
}

/** What a route does with the requests that it takes. */
export type RouteAction = ForwardAction | RedirectAction | DirectResponseAction | NoAction;

/** The request goes on to a cluster. */
export interface ForwardAction {
  readonly kind: 'route';
  /** Those with a share; one that stands alone has it all. */
  readonly clusters: readonly WeightedCluster[];
  /** Of each cluster, in the same order: what its destination says about headers; null: nothing. */
  readonly clusterHeaders: readonly (DestinationHeaders | null)[];
  readonly rewrite: PathRewrite | null;
  /** The Host that the upstream gets; null: the client's own. */
  readonly hostRewrite: string | null;
  readonly mirrors: readonly Mirror[];
  /** As written, such as `5s`; null: none. */
  readonly timeout: string | null;
  readonly retries: RetryPolicy;
  /** By what a request keeps its pod (`consistentHash` of DestinationRules), for each destination that says so. */
  readonly hashes: readonly ValueRecord[];
  /** What the client gets where the cluster does not exist. */
  readonly missingClusterStatus: 500 | 503;
  readonly origin: FieldOrigin;
}

/** What one of several destinations does to headers. */
export interface DestinationHeaders {
  readonly request: HeaderChanges;
  readonly response: HeaderChanges;
  readonly hostRewrite: string | null;
}

/** How the path is changed on the way. */
export type PathRewrite =
  | { readonly kind: 'prefix'; readonly text: string; readonly origin: FieldOrigin }
  | {
      readonly kind: 'regex';
      readonly pattern: string;
      readonly substitution: string;
      readonly origin: FieldOrigin;
    };

/** A copy of each request, or of some, that goes elsewhere too; nobody waits for the answer. */
export interface Mirror {
  readonly cluster: WeightedCluster;
  /** 0 to 100. */
  readonly percentage: number;
  /** What says the percentage: the http route, or the entry of its `mirrors`. */
  readonly written: ValueRecord;
}

/** How often a request that failed is sent again, and after which failures. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly retryOn: string;
  readonly perTryTimeout: string | null;
  /** Whether nobody wrote it. */
  readonly isDefault: boolean;
}

/** The client is sent elsewhere. */
export interface RedirectAction {
  readonly kind: 'redirect';
  readonly status: number;
  /** As written. */
  readonly redirect: ValueRecord;
  readonly origin: FieldOrigin;
}

/** The gateway answers itself. */
export interface DirectResponseAction {
  readonly kind: 'direct-response';
  readonly status: number;
  readonly body: string | null;
  readonly origin: FieldOrigin;
}

/** Envoy does not take such a route. */
export interface NoAction {
  readonly kind: 'none';
  readonly reason: string;
  readonly origin: FieldOrigin;
}

/** Delays and failures that are made on purpose. */
export interface RouteFault {
  readonly delay: FaultDelay | null;
  readonly abort: FaultAbort | null;
}

/** Requests wait. */
export interface FaultDelay {
  /** As written, such as `5s`. */
  readonly fixedDelay: string;
  /** 0 to 100. */
  readonly percentage: number;
  readonly origin: FieldOrigin;
}

/** Requests are answered with a failure. */
export interface FaultAbort {
  /** The status of the answer; 200 where a status of gRPC says the failure. */
  readonly status: number;
  readonly grpcStatus: string | null;
  /** 0 to 100. */
  readonly percentage: number;
  readonly origin: FieldOrigin;
}

/** From which pages of others a browser may ask. */
export interface CorsPolicy {
  /** Conditions on the origin, as written. */
  readonly allowOrigins: readonly ValueRecord[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
  readonly allowCredentials: boolean;
  /** Whether a preflight of an origin that is not allowed goes on to the upstream. */
  readonly forwardsUnmatched: boolean;
  readonly origin: FieldOrigin;
}

/** What is done to headers; removal comes first. Names as written. */
export interface HeaderChanges {
  /** One after the other. */
  readonly values: readonly HeaderValue[];
  readonly remove: readonly string[];
}

/** A header and its value. */
export interface HeaderValue {
  readonly name: string;
  readonly value: string;
  /** Whether it joins what is there; else it takes its place. */
  readonly isAdded: boolean;
}
