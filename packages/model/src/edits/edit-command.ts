import type { FieldPath } from '../documents/field-path.ts';
import type { NodeId } from '../graph/topology.ts';
import type { ResourceId } from '../resources/resource.ts';

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

/** One user intent about the text. Whatever a pane wants to write is one of these. */
export type EditCommand =
  /** Gives the field this value; makes the mappings on the way where they are missing. */
  | {
      readonly kind: 'set';
      readonly resource: ResourceId;
      readonly path: FieldPath;
      readonly value: FieldValue;
    }
  /** Puts a value into the sequence at `path` before `index` (its length: at the end). */
  | {
      readonly kind: 'insert';
      readonly resource: ResourceId;
      readonly path: FieldPath;
      readonly index: number;
      readonly value: FieldValue;
    }
  /** Moves an item of the sequence at `path`; `to` is its index afterwards. */
  | {
      readonly kind: 'move';
      readonly resource: ResourceId;
      readonly path: FieldPath;
      readonly from: number;
      readonly to: number;
    }
  /** Takes away the field or item at `path`, with the comments that belong to it. */
  | { readonly kind: 'remove'; readonly resource: ResourceId; readonly path: FieldPath }
  /** Renames a mapping key. */
  | {
      readonly kind: 'rename-key';
      readonly resource: ResourceId;
      readonly path: FieldPath;
      readonly key: string;
    }
  /** Adds a resource that is right from the start; the name is made unique. */
  | {
      readonly kind: 'add-resource';
      readonly addKind: AddableKind;
      readonly name?: string;
      readonly namespace?: string;
    }
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
      readonly route?: { readonly protocol: 'http' | 'tls' | 'tcp'; readonly index: number };
      /** Port number of the target. */
      readonly port?: number;
    }
  /** Takes away what makes this edge. */
  | { readonly kind: 'disconnect'; readonly edge: string };
