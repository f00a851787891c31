import type { Labels } from '../resource.ts';

/** A `networking.istio.io` DestinationRule. */
export interface DestinationRule {
  /** As written. */
  readonly host: string;
  readonly subsets: readonly Subset[];
  readonly exportTo: readonly string[] | null;
  /** `trafficPolicy.tls.mode`, or null. */
  readonly tlsMode: string | null;
}

export interface Subset {
  readonly index: number;
  readonly name: string;
  readonly labels: Labels;
}
