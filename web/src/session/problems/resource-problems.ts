import type { Diagnosis, ResourceId } from '@portolan/model';
import { selectShown } from '../session-selectors.ts';
import type { DiagnosisState } from './diagnosing.ts';
import { sayCounts } from './say-counts.ts';

/** How many errors and warnings each resource has, in words; the same map as long as the diagnosis is the same. */
export function problemWordsByResource(state: DiagnosisState): ReadonlyMap<ResourceId, string> {
  const before = known.get(state.diagnosis);
  if (before !== undefined) return before;
  const counts = new Map<ResourceId, { errors: number; warnings: number }>();
  for (const { resource, severity } of selectShown(state)) {
    if (resource === null || severity === 'info') continue;
    const count = counts.get(resource) ?? { errors: 0, warnings: 0 };
    counts.set(resource, count);
    if (severity === 'error') count.errors += 1;
    else count.warnings += 1;
  }
  const words = new Map(
    Array.from(counts, ([id, { errors, warnings }]) => [id, sayCounts(errors, warnings)]),
  );
  known.set(state.diagnosis, words);
  return words;
}

const known = new WeakMap<Diagnosis, ReadonlyMap<ResourceId, string>>();
