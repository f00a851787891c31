import type { Judge } from '../judge.ts';
import { at, type Place } from '../place.ts';
import { judgeEndpoint } from '../service-entry/judge-endpoint.ts';

/** All that Istio's validation says of a WorkloadEntry: of its address, ports and labels. */
export function validateWorkloadEntry(judge: Judge, manifest: Place): void {
  judgeEndpoint(judge, at(manifest, 'spec'), null);
}
