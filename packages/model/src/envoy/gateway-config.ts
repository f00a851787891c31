import type { FieldOrigin } from '../graph/topology.ts';
import type { Labels, ResourceId } from '../resources/resource.ts';
import type { ValueRecord } from '../resources/tolerant-value.ts';
import type { FindClusterConfig } from './cluster-config.ts';
import type { RouteConfig } from './route-config.ts';

/** What istiod programs into the Envoys of one gateway workload. */
export interface GatewayConfig {
  readonly workload: GatewayWorkload;
  /** The Services in front of the pods, in the order in which istiod asks them for ports. */
  readonly fronts: readonly FrontService[];
  /** The Gateways that apply to the pods, as `namespace/name`, in the order in which they count. */
  readonly gateways: readonly string[];
  /** Every server of these Gateways, in that order, and what became of it. */
  readonly servers: readonly ServerState[];
  /** By name. */
  readonly listeners: readonly Listener[];
  /** By name. */
  readonly routeConfigs: ReadonlyMap<string, RouteConfig>;
  /** What a cluster is, beyond its name; it is looked up when it is asked for. */
  readonly findClusterConfig: FindClusterConfig;
  /** What was left out, in the order in which it is come across. */
  readonly drops: readonly Drop[];
  /** What is in the text, concerns these pods and may answer or change requests, but is not simulated. */
  readonly notSimulated: readonly NotSimulated[];
}

/** Pods that run a gateway alike. */
export interface GatewayWorkload {
  /** What it is known from, and its name: `Deployment/edge/ingress`, `pods/Service/edge/ingress`, `assumed/istio-system/istio-ingressgateway`. */
  readonly id: string;
  /**
   * `text`: a workload of the text runs them; `service`: a Service of the text selects them;
   * `assumed`: the assumptions say that they run.
   */
  readonly known: 'text' | 'service' | 'assumed';
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  /** Addresses of the pods, where they are known. */
  readonly addresses: readonly string[];
  /** Whether they may not listen on ports below 1024. */
  readonly isUnprivileged: boolean;
  /** Whether a load balancer in front ends TLS, so that HTTP arrives. */
  readonly tlsTerminatedInFront: boolean;
  readonly origins: readonly FieldOrigin[];
}

/** A Service in front of a gateway workload. */
export interface FrontService {
  readonly namespace: string;
  readonly name: string;
  /** The host by which Istio knows it. */
  readonly host: string;
  /** `LoadBalancer`, `NodePort`, `ClusterIP`, or `ServiceEntry` for one that has the pods as endpoints. */
  readonly serviceType: string;
  readonly ports: readonly FrontPort[];
  /** null: the assumptions have it. */
  readonly resource: ResourceId | null;
  /** The node of the topology that stands for it. */
  readonly node: string;
  /** Whether it asks istiod not to translate its ports. */
  readonly keepsPorts: boolean;
}

/** A port of a Service in front of a gateway workload. */
export interface FrontPort {
  readonly port: number;
  /** Where it leads on the pods; null where the text does not say which port has that name. */
  readonly target: number | null;
  readonly name: string;
  /**
   * Whether istiod takes servers of this number for it: of several ports with one target and
   * protocol only the first.
   */
  readonly counts: boolean;
  readonly origin: FieldOrigin | null;
}

/** A server of a Gateway as it counts on a gateway workload. */
export interface ServerState {
  /** `namespace/name` of its Gateway. */
  readonly gateway: string;
  /** Its place in `spec.servers`. */
  readonly index: number;
  /** Its own, `server.name`; empty where it has none. */
  readonly name: string;
  /** As the Gateway says it: `server.port.number`. */
  readonly port: number;
  readonly portName: string;
  readonly protocol: string;
  /** Hosts as istiod compares them: `./host` and `*` + `/host` are resolved. */
  readonly hosts: readonly string[];
  readonly bind: string;
  /** The pods' ports that it listens on; none where it is left out altogether. */
  readonly targets: readonly number[];
  /** The server's field. */
  readonly origin: FieldOrigin;
  readonly drops: readonly Drop[];
}

/** A listener of Envoy. */
export interface Listener {
  /** `0.0.0.0_8080`. */
  readonly name: string;
  readonly bind: string;
  readonly port: number;
  readonly filterChains: readonly FilterChain[];
  /** Why Envoy refuses it; it then keeps what it had before. null where it takes it. */
  readonly rejection: Rejection | null;
}

/** What Envoy refuses, in words, and the fields that make it. */
export interface Rejection {
  readonly reason: string;
  readonly origins: readonly FieldOrigin[];
}

/** A filter chain of a listener: what becomes of the connections that it takes. */
export interface FilterChain {
  /** The server names that it takes, in small letters; empty: any, and connections without one. */
  readonly serverNames: readonly string[];
  /** The same as istiod hands them over: as somebody wrote them, sorted. */
  readonly writtenNames: readonly string[];
  /** The protocols that a client has to offer one of; empty: any. */
  readonly applicationProtocols: readonly string[];
  readonly tls: ChainTls | null;
  readonly filter: HttpFilter | TcpFilter;
  /** The server that it is made for. */
  readonly server: ServerState;
  readonly origins: readonly FieldOrigin[];
}

/** How a filter chain ends TLS; a chain without it takes bytes as they come. */
export interface ChainTls {
  /** `SIMPLE`, `MUTUAL`, `OPTIONAL_MUTUAL` or `ISTIO_MUTUAL`. */
  readonly mode: string;
  /** Whether a client without a certificate is refused. */
  readonly wantsClientCertificate: boolean;
  readonly credential: Credential | null;
  /** The server's `tls` block. */
  readonly written: ValueRecord;
}

/** The Secret of a server. */
export interface Credential {
  readonly namespace: string;
  readonly name: string;
  /** `unknown`: it is neither in the text nor assumed, and the text has no Secrets of that namespace. */
  readonly status: 'found' | 'missing' | 'unknown';
  readonly origin: FieldOrigin;
}

/** HTTP is read, and routed by the route configuration. */
export interface HttpFilter {
  readonly kind: 'http';
  readonly routeConfig: string;
}

/** Bytes are passed on as they are. */
export interface TcpFilter {
  readonly kind: 'tcp';
  /** Whether what passes is read as MongoDB's, to be counted. */
  readonly isMongo: boolean;
  /** Whether connections of one address keep their pod. */
  readonly keepsPods: boolean;
  readonly clusters: readonly WeightedCluster[];
  /** The route of a VirtualService; null where the chain has none (AUTO_PASSTHROUGH). */
  readonly route: FieldOrigin | null;
}

/** A destination of a route, and its part of the requests. */
export interface WeightedCluster {
  /** `outbound|80|v1|cart.default.svc.cluster.local`; `outbound_.80_.v1_.cart…` where TLS is passed on by its server name alone. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly subset: string | null;
  /** Whether the port is one that nobody wrote: the Service's only one, or the server's. */
  readonly portIsDefault: boolean;
  /** 0 to 1. */
  readonly share: number;
  /** As it is written beside those of others; null where it is the only destination. */
  readonly weight: number | null;
  readonly origin: FieldOrigin;
}

/** Why something is left out. */
export type DropReason =
  | 'no-port'
  | 'privileged-port'
  | 'no-service-port'
  | 'host-taken'
  | 'port-taken'
  | 'name-taken'
  | 'no-route'
  | 'server-name-taken'
  | 'match-port'
  | 'match-gateway'
  | 'match-source'
  | 'cut-off'
  | 'delegate-missing'
  | 'delegate-hidden'
  | 'delegate-conflict'
  | 'not-exported'
  | 'hosts-apart'
  | 'wrong-protocol'
  | 'not-understood'
  | 'gateway-not-selected';

/** What was left out, why, and by whom. */
export interface Drop {
  readonly reason: DropReason;
  /** In words: what, why, and what to do. */
  readonly message: string;
  /** What was left out. */
  readonly origin: FieldOrigin;
  /** What was in the way; null where nothing of the text was. */
  readonly by: FieldOrigin | null;
}

/** A resource that may change what happens to requests, and is left out of the simulation. */
export interface NotSimulated {
  readonly resource: ResourceId;
  readonly kind: string;
  /** What it may do, in words. */
  readonly message: string;
}
