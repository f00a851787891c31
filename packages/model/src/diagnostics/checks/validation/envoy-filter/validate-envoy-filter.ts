import type { Judge } from '../judge.ts';
import { judgeSelector } from '../parts/judge-selector.ts';
import { at, isSet, itemsOf, type Place } from '../place.ts';
import { judgePatch } from './judge-patch.ts';

const EXPOSES =
  'EnvoyFilter exposes internal implementation details that may change at any time. Prefer other APIs if possible, and exercise extreme caution, especially around upgrades.';

/** What Istio's validation says of an EnvoyFilter, but for the values of its patches, which are Envoy's own. */
export function validateEnvoyFilter(judge: Judge, manifest: Place): void {
  const spec = at(manifest, 'spec');
  const selector = at(spec, 'workloadSelector');
  const around = ['Envoy filter: ', ', will be applied to all services in namespace'] as const;
  if (!judgeSelector(judge, selector, at(selector, 'labels'), around)) return;
  judge.warn(
    manifest,
    EXPOSES,
    'An EnvoyFilter changes what Istio makes for Envoy, and a new version of Istio may make something else. Look whether a field of Istio does the same.',
  );
  for (const patch of itemsOf(at(spec, 'configPatches'))) {
    if (isSet(patch)) judgePatch(judge, patch);
    else
      judge.refuse(patch, 'Envoy filter: null config patch', 'Nothing is written for this patch.');
  }
}
