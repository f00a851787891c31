import { numberField, recordField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';

/** A delay whose share is given by the old `percent`. As Istio's deprecation.FieldAnalyzer has it. */
export const deprecatedPercent: ResourceCheck = {
  name: 'deprecated-percent',
  codes: ['IST0002'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    if (resource.details.type !== 'VirtualService') return;
    const at = resource.details.http.find(
      ({ fault }) => (numberField(recordField(fault ?? {}, 'delay'), 'percent') ?? 0) > 0,
    );
    if (at === undefined) return;
    report({
      code: 'IST0002',
      resource,
      path: ['spec', 'http', at.index, 'fault', 'delay', 'percent'],
      part: 'key',
      message:
        'The field percent of a delay is deprecated. Write percentage with a value instead: percentage: {value: 10}.',
      args: ['HTTPRoute.fault.delay.percent is deprecated; use HTTPRoute.fault.delay.percentage'],
    });
  },
};
