import type { FieldOrigin, NodeId } from '../../graph/topology.ts';
import type { RouteFault } from '../route-config.ts';
import type { TraceRequest } from './trace-request.ts';

/** How a request ends, as the command line and saved requests call it. */
export type TraceOutcome =
  | 'routed'
  | 'redirect'
  | 'direct-response'
  | 'fault-abort'
  | 'tcp-proxied'
  | 'connection-refused'
  | 'no-filter-chain'
  | 'tls-handshake-failed'
  | 'protocol-mismatch'
  | 'no-virtual-host'
  | 'no-route'
  | 'no-cluster'
  | 'no-endpoints';

/** A stage of the way. */
export type TraceHop =
  | 'load-balancer'
  | 'listener'
  | 'filter-chain'
  | 'virtual-host'
  | 'route'
  | 'action'
  | 'cluster'
  | 'service'
  | 'workload';

/** One stage: what was looked for, what was there, and how it came out. */
export interface TraceStep {
  readonly hop: TraceHop;
  /** Whether the request got over it. */
  readonly matched: boolean;
  /** What was found, by its own name: `0.0.0.0_8080`, `shop.example.com:80`; null: nothing. */
  readonly found: string | null;
  /** In plain sentences: what was looked for, and why it came out so. */
  readonly reason: string;
  /** What was there and was not taken, in the order in which it was tried, and what was. */
  readonly candidates: readonly TraceCandidate[];
  /** The fields that decided, the most telling first. */
  readonly origins: readonly FieldOrigin[];
  /** The node of the topology where this happens; null: none stands for it. */
  readonly node: NodeId | null;
}

/** Something that the request was compared with. */
export interface TraceCandidate {
  /** `route 2 of default/shop`, `port 8443`. */
  readonly name: string;
  readonly matched: boolean;
  /** Why it was taken or not: `prefix /api does not match /cart`. */
  readonly reason: string;
  readonly origin: FieldOrigin | null;
}

/** Where a part of the requests goes. */
export interface TraceShare {
  /** `outbound|80|v1|cart.default.svc.cluster.local`. */
  readonly cluster: string;
  readonly destination: TraceDestination;
  /** 0 to 1: of the requests that get as far as this. */
  readonly share: number;
  readonly outcome: TraceOutcome;
  readonly status: number | null;
  readonly origin: FieldOrigin;
}

/** The destination of a route, as istiod reads it. */
export interface TraceDestination {
  readonly host: string;
  readonly port: number;
  readonly subset: string | null;
}

/** What the upstream gets. */
export interface UpstreamRequest {
  /** With the query. */
  readonly path: string;
  /** The Host header. */
  readonly host: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a client sees. */
export interface ClientView {
  /** What curl says, such as `curl: (7) Failed to connect`; null: it prints the answer. */
  readonly curl: string | null;
  /** curl's exit status. */
  readonly exitCode: number;
}

/** A failure explained. */
export interface Lesson {
  /** What it means. */
  readonly meaning: string;
  /** What it usually comes from; what is so in this text first. */
  readonly causes: readonly Cause[];
}

/** What a failure may come from. */
export interface Cause {
  readonly text: string;
  /** Whether it is what happens here. */
  readonly applies: boolean;
  readonly origin: FieldOrigin | null;
}

/** A request's way through a gateway. Names are Envoy's and istiod's own; null: it did not get there. */
export interface Trace {
  readonly request: TraceRequest;
  readonly outcome: TraceOutcome;
  /** The gateway workload: see `GatewayWorkload.id`. */
  readonly workload: string | null;
  readonly listener: string | null;
  /** Envoy's name of it, which istiod gives to none at a gateway. */
  readonly filterChain: string | null;
  readonly routeConfig: string | null;
  readonly virtualHost: string | null;
  readonly route: string | null;
  /** With several destinations that of the largest share. */
  readonly cluster: string | null;
  readonly destination: TraceDestination | null;
  /** Of the answer that the gateway gives itself; null: it gives none, or the upstream answers. */
  readonly status: number | null;
  /** Envoy's response flag, such as `NR`; null: none. */
  readonly flag: string | null;
  readonly location: string | null;
  readonly upstream: UpstreamRequest | null;
  /** Where the requests go, by the weights; one entry where there is one destination. */
  readonly shares: readonly TraceShare[];
  /** Delays and failures that the route makes on purpose; null: none. */
  readonly fault: RouteFault | null;
  /** What happens beside: delays, mirrors, timeouts, what only some of the requests meet. */
  readonly notes: readonly TraceNote[];
  readonly client: ClientView;
  readonly steps: readonly TraceStep[];
  /** null where the request is answered as the manifests mean it. */
  readonly lesson: Lesson | null;
}

/** Something worth knowing that does not decide. */
export interface TraceNote {
  readonly text: string;
  readonly origin: FieldOrigin | null;
}
