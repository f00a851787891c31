import type { FieldPath } from '../documents/field-path.ts';
import type { GatewayServer } from '../resources/kinds/gateway.ts';
import type { ServicePort } from '../resources/kinds/service.ts';
import type { ServiceEntryPort } from '../resources/kinds/service-entry.ts';
import type { HttpRoute, L4Route } from '../resources/kinds/virtual-service.ts';
import type { Labels, ResourceId } from '../resources/resource.ts';

/** `Kind/namespace/name`, Kind being the node's kind. */
export type NodeId = string;

/** The kinds of nodes, from left to right. A LoadBalancer is a Service. */
export type NodeKind = 'LoadBalancer' | 'Gateway' | 'VirtualService' | 'Service' | 'ServiceEntry';

/**
 * - `present`: in the text
 * - `implied`: not in the text, but assumed to run (the gateway that istioctl installs)
 * - `missing`: something names it and it is not there
 */
export type NodeStatus = 'present' | 'implied' | 'missing';

/** The graph of one text. Nodes and edges keep their object identity while nothing about them changes. */
export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}

/** A node of the graph; its `kind` says which. */
export type TopologyNode =
  | LoadBalancerNode
  | GatewayNode
  | VirtualServiceNode
  | ServiceNode
  | ServiceEntryNode;

interface NodeBase {
  readonly id: NodeId;
  readonly namespace: string;
  readonly name: string;
  readonly status: NodeStatus;
  /** The resource that it stands for; null for implied and missing nodes. */
  readonly resourceId: ResourceId | null;
  /** Its document is broken now; this is what it last said. */
  readonly stale: boolean;
  /** Why it is implied or missing, in a sentence or two for a newcomer; empty when present. */
  readonly explanation: string;
  /** A command line that shows or makes what the explanation speaks of, where there is one. */
  readonly command?: string;
  /** Earlier manifests in the text with the same id, which this one replaces when all are applied. */
  readonly duplicates: number;
}

/** A Service that stands in front of Gateways. */
export interface LoadBalancerNode extends NodeBase {
  readonly kind: 'LoadBalancer';
  /** The Service's real type, such as `LoadBalancer` or `NodePort`. */
  readonly serviceType: string;
  readonly ports: readonly ServicePort[];
  readonly selector: Labels | null;
}

/** An Istio Gateway, also one that is only named. */
export interface GatewayNode extends NodeBase {
  readonly kind: 'Gateway';
  readonly selector: Labels | null;
  readonly servers: readonly GatewayServerState[];
}

/** A server of a Gateway with what is known of its certificate. */
export interface GatewayServerState extends GatewayServer {
  /** The Secret that `tls.credentialName` names; null where none is named. */
  readonly credential: CredentialState | null;
}

/** The Secret of a server, found or not. */
export interface CredentialState {
  readonly name: string;
  /** Where the Secret has to be: the namespaces of the gateway's workloads (usually one). */
  readonly namespaces: readonly string[];
  /** `unknown`: not in this text (a Secret hardly ever is), which is no error. */
  readonly status: 'found' | 'unknown';
  /** Where the Secret is or has to be, in a sentence or two for a newcomer. */
  readonly explanation: string;
  /** The command line that makes the Secret, with files' names to fill in; absent where it is found. */
  readonly command?: string;
}

/** A VirtualService with its routes in order of evaluation. */
export interface VirtualServiceNode extends NodeBase {
  readonly kind: 'VirtualService';
  readonly hosts: readonly string[];
  /** As written; null where it is left out. */
  readonly gateways: readonly string[] | null;
  /** Without hosts: it is a delegate of other VirtualServices. */
  readonly isDelegate: boolean;
  readonly http: readonly HttpRoute[];
  readonly tls: readonly L4Route[];
  readonly tcp: readonly L4Route[];
}

/** A Service that routes lead to, with what stands behind it. */
export interface ServiceNode extends NodeBase {
  readonly kind: 'Service';
  readonly serviceType: string;
  readonly ports: readonly ServicePort[];
  /** The subsets that DestinationRules define for it. */
  readonly subsets: readonly SubsetState[];
  /** The workloads of the text that its selector picks. */
  readonly workloads: readonly WorkloadState[];
  /** The host that a missing Service was named by, as written; null when present. */
  readonly missingHost: string | null;
}

/** A subset and the DestinationRule that defines it. */
export interface SubsetState {
  readonly name: string;
  readonly labels: Labels;
  readonly destinationRule: ResourceId;
}

/** A workload behind a Service. */
export interface WorkloadState {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string;
}

/** Hosts outside the mesh. */
export interface ServiceEntryNode extends NodeBase {
  readonly kind: 'ServiceEntry';
  readonly hosts: readonly string[];
  readonly ports: readonly ServiceEntryPort[];
  readonly location: string;
  readonly resolution: string;
  readonly subsets: readonly SubsetState[];
}

/** An edge of the graph; its `kind` says which. */
export type TopologyEdge = ExposesEdge | BindsEdge | RoutesEdge | DelegatesEdge;

/** The kinds of edges. */
export type EdgeKind = TopologyEdge['kind'];

interface EdgeBase {
  /** `kind:source>target`, and for `routes` and `delegates` `#` and the route's place. */
  readonly id: string;
  readonly source: NodeId;
  readonly target: NodeId;
  /** Why nothing gets through here, for a newcomer; null where it works. */
  readonly broken: string | null;
  /** What it means, in one short sentence for a tooltip. */
  readonly label: string;
  /** The fields that make it: selecting the edge shows these lines. At least one. */
  readonly origins: readonly FieldOrigin[];
  readonly stale: boolean;
}

/** A field of the text that makes an edge. */
export interface FieldOrigin {
  readonly resourceId: ResourceId;
  /** Relative to the resource. */
  readonly path: FieldPath;
}

/** LoadBalancer → Gateway: the Gateway's selector picks the workloads behind this Service. */
export interface ExposesEdge extends EdgeBase {
  readonly kind: 'exposes';
  /** One entry per server of the Gateway. `port` is the Service port that reaches it; null: none does. */
  readonly servers: readonly {
    /** 0-based index in the Gateway's servers. */
    readonly server: number;
    /** Port number. */
    readonly servicePort: number | null;
    /** 0-based index of that port in the Service's ports, or null. */
    readonly portIndex: number | null;
  }[];
}

/** Gateway → VirtualService: the VirtualService names the Gateway. Broken where no host intersects. */
export interface BindsEdge extends EdgeBase {
  readonly kind: 'binds';
  /** The servers whose hosts intersect with the VirtualService's, and the resulting hosts. */
  readonly servers: readonly { readonly server: number; readonly hosts: readonly string[] }[];
}

/** VirtualService → Service or ServiceEntry: one per destination of a route, and per mirror. */
export interface RoutesEdge extends EdgeBase {
  readonly kind: 'routes';
  readonly protocol: 'http' | 'tls' | 'tcp';
  /** 0-based index in the list of routes of the protocol. */
  readonly route: number;
  /** 0-based index in `route`, or in `mirrors` (-1: `mirror`) when `mirror` is true. */
  readonly destination: number;
  readonly mirror: boolean;
  /** As written. */
  readonly host: string;
  readonly subset: string | null;
  /** null: the destination leaves it out (the Service's only port, or the server's). */
  readonly port: number | null;
  /** 0-based index in the target's ports of the port that is reached; null where it cannot be said. */
  readonly portIndex: number | null;
  /** 0 to 1; for a mirror its percentage / 100. */
  readonly share: number;
}

/** VirtualService → VirtualService: `http[route].delegate`. */
export interface DelegatesEdge extends EdgeBase {
  readonly kind: 'delegates';
  /** 0-based index in `http`. */
  readonly route: number;
}
