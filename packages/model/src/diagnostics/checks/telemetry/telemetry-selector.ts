import type { ResourceCheck } from '../../engine/check.ts';
import {
  type AlonePolicy,
  findSelectedPods,
  reportOthersForAll,
  reportOthersForPods,
} from '../../facts/alone-for-pods.ts';
import { READS_OF_PODS } from '../../facts/find-pods.ts';
import { hasTarget, TELEMETRIES, telemetrySelectorOf } from '../../relations/telemetries.ts';

const TELEMETRY: AlonePolicy = {
  kind: 'Telemetry',
  plural: 'Telemetries',
  relation: TELEMETRIES,
  selectorOf: telemetrySelectorOf,
  labelsPath: ['spec', 'selector', 'matchLabels'],
  idle: 'is for nothing',
  codes: { whole: 'IST0160', selected: 'IST0159' },
};

/** Is a Telemetry the only one for all pods of its namespace? As Istio's telemetry.DefaultSelectorAnalyzer has it. */
export const telemetryDefault: ResourceCheck = {
  name: 'telemetry-default',
  codes: ['IST0160'],
  about: ['Telemetry.telemetry.istio.io'],
  reads: [TELEMETRIES],
  run: (resource, lookup, report) => {
    if (hasTarget(resource) || telemetrySelectorOf(resource) !== null) return;
    reportOthersForAll(TELEMETRY, resource, lookup, report);
  },
};

/** The pods that a Telemetry selects: are there any, and is no other one for them? As Istio's telemetry.SelectorAnalyzer has it. */
export const telemetrySelector: ResourceCheck = {
  name: 'telemetry-selector',
  codes: ['IST0101', 'IST0159'],
  about: ['Telemetry.telemetry.istio.io'],
  reads: [...READS_OF_PODS, TELEMETRIES],
  run: (resource, lookup, report) => {
    const selector = telemetrySelectorOf(resource);
    if (selector === null || Object.keys(selector).length === 0) return;
    const pods = findSelectedPods(TELEMETRY, resource, selector, lookup, report);
    reportOthersForPods(TELEMETRY, resource, pods, lookup, report);
  },
};
