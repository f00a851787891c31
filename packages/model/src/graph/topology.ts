import type { FieldPath } from '../documents/field-path.ts';
import type { GatewayServer } from '../resources/kinds/gateway.ts';
import type { ServicePort } from '../resources/kinds/service.ts';
import type { ServiceEntryPort } from '../resources/kinds/service-entry.ts';
import type { HttpRoute, L4Route } from '../resources/kinds/virtual-service.ts';
import type { Labels, ResourceId } from '../resources/resource.ts';

/** `Kind/namespace/name`, Kind being the node's kind. */
export type NodeId = string;

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

export interface LoadBalancerNode extends NodeBase {
  readonly kind: 'LoadBalancer';
  /** The Service's real type, such as `LoadBalancer` or `NodePort`. */
  readonly serviceType: string;
  readonly ports: readonly ServicePort[];
  readonly selector: Labels | null;
}

export interface GatewayNode extends NodeBase {
  readonly kind: 'Gateway';
  readonly selector: Labels | null;
  readonly servers: readonly GatewayServerState[];
}

export interface GatewayServerState extends GatewayServer {
  /** The Secret that `tls.credentialName` names; null where none is named. */
  readonly credential: CredentialState | null;
}

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

export interface VirtualServiceNode extends NodeBase {
  readonly kind: 'VirtualService';
  readonly hosts: readonly string[];
  readonly gateways: readonly string[] | null;
  /** Without hosts: it is a delegate of other VirtualServices. */
  readonly isDelegate: boolean;
  readonly http: readonly HttpRoute[];
  readonly tls: readonly L4Route[];
  readonly tcp: readonly L4Route[];
}

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

export interface SubsetState {
  readonly name: string;
  readonly labels: Labels;
  readonly destinationRule: ResourceId;
}

export interface WorkloadState {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string;
}

export interface ServiceEntryNode extends NodeBase {
  readonly kind: 'ServiceEntry';
  readonly hosts: readonly string[];
  readonly ports: readonly ServiceEntryPort[];
  readonly location: string;
  readonly resolution: string;
  readonly subsets: readonly SubsetState[];
}

export type TopologyEdge = ExposesEdge | BindsEdge | RoutesEdge | DelegatesEdge;

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
    readonly server: number;
    readonly servicePort: number | null;
    /** Index of that port in the Service's ports, or null. */
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
  readonly route: number;
  /** Index in `route`, or in `mirrors` (-1: `mirror`) when `mirror` is true. */
  readonly destination: number;
  readonly mirror: boolean;
  /** As written. */
  readonly host: string;
  readonly subset: string | null;
  /** null: the destination leaves it out (the Service's only port, or the server's). */
  readonly port: number | null;
  /** Index in the target's ports of the port that is reached; null where it cannot be said. */
  readonly portIndex: number | null;
  /** 0 to 1; for a mirror its percentage / 100. */
  readonly share: number;
}

/** VirtualService → VirtualService: `http[route].delegate`. */
export interface DelegatesEdge extends EdgeBase {
  readonly kind: 'delegates';
  readonly route: number;
}
