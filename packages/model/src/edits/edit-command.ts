import type { FieldPath } from '../documents/field-path.ts';
import type { NodeId } from '../graph/topology.ts';
import type { ResourceId } from '../resources/resource.ts';
import type { ChangeScope } from './change-scope.ts';

/** The lists of routes that a VirtualService has. */
export type RouteProtocol = 'http' | 'tls' | 'tcp';

/** Which route of a VirtualService is meant; `index` is 0-based in the list of its protocol. */
export interface RoutePlace {
  readonly protocol: RouteProtocol;
  readonly index: number;
}

/** The kinds that can be added. A LoadBalancer is written as a Service of that type. */
export type AddableKind =
  | 'LoadBalancer'
  | 'Gateway'
  | 'VirtualService'
  | 'Service'
  | 'ServiceEntry'
  | 'DestinationRule'
  | 'Deployment';

/** Plain data that can be written as YAML. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

/**
 * One change of one field of a resource. With a `scope` it says where it counts if the document
 * repeats the field through aliases or merge keys; without one it counts here alone where that is
 * short to write, and is refused otherwise.
 */
export type FieldCommand = {
  readonly resource: ResourceId;
  readonly path: FieldPath;
  readonly scope?: ChangeScope;
} /** Gives the field this value; makes the mappings on the way where they are missing. */ & (
  | { readonly kind: 'set'; readonly value: FieldValue }
  /** Puts a value into the sequence at `path` before `index` (its length: at the end). */
  | { readonly kind: 'insert'; readonly index: number; readonly value: FieldValue }
  /** Moves an item of the sequence at `path`; `to` is its index afterwards. */
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  /** Takes away the field or item at `path`, with the comments that belong to it. */
  | { readonly kind: 'remove' }
  /** Renames a mapping key. */
  | { readonly kind: 'rename-key'; readonly key: string }
);

/** One user intent about the text. Whatever a pane wants to write is one of these. */
export type EditCommand =
  | FieldCommand
  /** Adds a resource that is right from the start; the name is made unique. */
  | {
      readonly kind: 'add-resource';
      readonly addKind: AddableKind;
      readonly name?: string;
      readonly namespace?: string;
    }
  /**
   * Adds a resource that is right for the node it is connected to (hosts, ports, labels, namespace),
   * and connects the two. On which side follows from the kinds. What the node names already and is
   * missing is written instead of something new.
   */
  | {
      readonly kind: 'add-connected';
      readonly node: NodeId;
      readonly addKind: AddableKind;
      /** The route of the node that leads to what is added. */
      readonly route?: RoutePlace;
    }
  /** Adds manifests as they are written; names that are taken get a free one. */
  | { readonly kind: 'add-manifests'; readonly text: string }
  /** Writes a whole ingress. */
  | {
      readonly kind: 'new-ingress';
      /** A DNS name, `*.` and a DNS name, or `*`. */
      readonly host: string;
      /** The Secret with the certificate; HTTP redirects to HTTPS then. null: HTTP only. */
      readonly https: { readonly credentialName: string } | null;
      /** Of the namespace; written where it is not there. */
      readonly service: { readonly name: string; readonly port: number };
      /** Prefixes that go to the Service; none: every path. */
      readonly paths: readonly string[];
      /** The part of the requests that a second version gets, in whole per cent. */
      readonly canary: { readonly percent: number } | null;
      readonly namespace?: string;
    }
  /** Serves the hosts of a Gateway's HTTP servers over HTTPS too, and redirects to it. */
  | { readonly kind: 'secure-gateway'; readonly node: NodeId; readonly credentialName?: string }
  /** Adds a route that is valid as it is; `index`: before the route there. */
  | {
      readonly kind: 'add-route';
      readonly resource: ResourceId;
      readonly protocol: RouteProtocol;
      readonly index?: number;
    }
  /** Makes a route of each match block of a route. */
  | { readonly kind: 'split-route'; readonly resource: ResourceId; readonly route: RoutePlace }
  /** Makes one route of a route and the one behind it. */
  | { readonly kind: 'merge-routes'; readonly resource: ResourceId; readonly route: RoutePlace }
  /** Makes one VirtualService of two for the same hosts on the same Gateways; `from` is deleted. */
  | {
      readonly kind: 'merge-virtual-services';
      readonly into: ResourceId;
      readonly from: ResourceId;
    }
  /** Sends a part of the requests of a route with one destination to a second subset of it. */
  | {
      readonly kind: 'add-canary';
      readonly resource: ResourceId;
      readonly route: RoutePlace;
      /** Whole per cent, 0 to 100. */
      readonly percent: number;
    }
  /** Gives the destinations of a route these weights, in their order. */
  | {
      readonly kind: 'set-weights';
      readonly resource: ResourceId;
      readonly route: RoutePlace;
      readonly weights: readonly number[];
    }
  /** Puts a copy of an item of the sequence at `path` right behind it. */
  | {
      readonly kind: 'duplicate-item';
      readonly resource: ResourceId;
      readonly path: FieldPath;
      readonly index: number;
    }
  /** Takes away what only a cluster writes into manifests (`status`, `managedFields` …). */
  | { readonly kind: 'clean-up' }
  /** Takes spaces from the ends of lines, and gives each document one indentation. */
  | { readonly kind: 'format' }
  /** Writes an implied or missing node into the text. */
  | { readonly kind: 'write-node'; readonly node: NodeId }
  /** `cleanUp`: also what pointed at it (destinations, gateways, delegates, DestinationRules). */
  | {
      readonly kind: 'delete-resource';
      readonly resource: ResourceId;
      readonly cleanUp: boolean;
    }
  /** Every reference in every document follows. */
  | {
      readonly kind: 'rename-resource';
      readonly resource: ResourceId;
      readonly name: string;
      readonly namespace?: string;
    }
  | { readonly kind: 'duplicate-resource'; readonly resource: ResourceId }
  /** Connects two nodes; which edge that makes follows from their kinds. */
  | {
      readonly kind: 'connect';
      readonly source: NodeId;
      readonly target: NodeId;
      /** The route of the source that gets a destination; absent: the last that has destinations, or a new one. */
      readonly route?: RoutePlace;
      /** Port number of the target. */
      readonly port?: number;
    }
  /** Moves one end of this edge to another node, or to another route or port of its node. */
  | {
      readonly kind: 'reconnect';
      readonly edge: string;
      readonly end: 'source' | 'target';
      readonly node: NodeId;
      /** The route of a VirtualService that a `routes` edge is to start from. */
      readonly route?: RoutePlace;
      /** Port number of the node that a `routes` edge is to end at. */
      readonly port?: number;
    }
  /** Takes away what makes this edge. */
  | { readonly kind: 'disconnect'; readonly edge: string };
