import type { Labels } from '../resource.ts';
import {
  findTexts,
  labelsField,
  readItems,
  recordField,
  textField,
  type ValueRecord,
} from '../tolerant-value.ts';

/** A `networking.istio.io` DestinationRule. */
export interface DestinationRule {
  readonly type: 'DestinationRule';
  /** As written. */
  readonly host: string;
  readonly subsets: readonly Subset[];
  readonly exportTo: readonly string[] | null;
  /** `trafficPolicy.tls.mode`, or null. */
  readonly tlsMode: string | null;
}

/** A named subset of a host's pods; `index` is its 0-based place in `subsets`. */
export interface Subset {
  readonly index: number;
  readonly name: string;
  readonly labels: Labels;
}

/** Reads a DestinationRule manifest; what has the wrong type is left out. */
export function readDestinationRule(manifest: ValueRecord): DestinationRule {
  const spec = recordField(manifest, 'spec');
  const tls = recordField(recordField(spec, 'trafficPolicy'), 'tls');
  return {
    type: 'DestinationRule',
    host: textField(spec, 'host') ?? '',
    subsets: readItems(spec, 'subsets', (subset, index) => ({
      index,
      name: textField(subset, 'name') ?? '',
      labels: labelsField(subset, 'labels'),
    })),
    exportTo: findTexts(spec, 'exportTo'),
    tlsMode: textField(tls, 'mode'),
  };
}
