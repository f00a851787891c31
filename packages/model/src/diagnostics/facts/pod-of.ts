import type { Resource } from '../../resources/resource.ts';
import { recordField, type ValueRecord } from '../../resources/tolerant-value.ts';

/** The pod of a Pod, or the one that a workload's template makes. */
export function podOf({ kind, value }: Resource): ValueRecord {
  return kind === 'Pod' ? value : recordField(recordField(value, 'spec'), 'template');
}
