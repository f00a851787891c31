import type { ManifestDocument } from './documents/manifest-document.ts';
import type { Topology } from './graph/topology.ts';
import type { Assumptions } from './resources/assumptions.ts';
import type { Resource } from './resources/resource.ts';

/** Everything that follows from one text. Immutable; what did not change is shared with the one before. */
export interface Snapshot {
  /** Of the text: 0 when built, one more with every update. */
  readonly version: number;
  readonly assumptions: Assumptions;
  readonly documents: readonly ManifestDocument[];
  /** Where each document starts in the text; one more entry than documents, the last is the text's length. */
  readonly starts: ArrayLike<number>;
  /** In text order; two may have the same id. */
  readonly resources: readonly Resource[];
  readonly topology: Topology;
}
