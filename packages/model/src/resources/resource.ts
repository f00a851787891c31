import type { FieldPath } from '../documents/field-path.ts';
import type { ManifestDocument } from '../documents/manifest-document.ts';
import type { DestinationRule } from './kinds/destination-rule.ts';
import type { Gateway } from './kinds/gateway.ts';
import type { Secret } from './kinds/secret.ts';
import type { Service } from './kinds/service.ts';
import type { ServiceEntry } from './kinds/service-entry.ts';
import type { VirtualService } from './kinds/virtual-service.ts';
import type { Workload } from './kinds/workload.ts';

/**
 * `Kind/namespace/name` for the kinds of the topology; `Kind.group/namespace/name` for every other
 * kind, so that a Gateway API Gateway never takes the id of an Istio Gateway.
 */
export type ResourceId = string;

/** Labels or a selector of equal labels: keys to values. */
export type Labels = Readonly<Record<string, string>>;

/** One Kubernetes object of the text. */
export interface Resource {
  readonly id: ResourceId;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Whether the manifest says its namespace (otherwise it is the default namespace). */
  readonly namespaceIsWritten: boolean;
  readonly labels: Labels;
  /** The manifest as plain data. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly document: ManifestDocument;
  /** Where it stands in its document: `[]`, or `['items', 2]` inside a `kind: List`. */
  readonly path: FieldPath;
  /** Read from the last good text of a document that is broken now. */
  readonly stale: boolean;
  /** Its fields, read tolerantly: what has the wrong type is left out, never a throw. */
  readonly details: ResourceDetails;
}

/** What was read of a resource, by its `type`; `Other` for kinds that only are kept. */
export type ResourceDetails =
  | Gateway
  | VirtualService
  | DestinationRule
  | ServiceEntry
  | Service
  | Workload
  | Secret
  | { readonly type: 'Other' };
