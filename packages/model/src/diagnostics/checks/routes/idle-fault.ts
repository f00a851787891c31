import {
  fieldOf,
  findRecord,
  isRecord,
  listField,
  recordField,
} from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';

/** Does a fault say how many requests it is for? Without a percentage it is for none. */
export const idleFault: ResourceCheck = {
  name: 'idle-fault',
  codes: ['PTL228'],
  about: ['VirtualService'],
  reads: [],
  run: (resource, _lookup, report) => {
    listField(recordField(resource.value, 'spec'), 'http').forEach((route, index) => {
      const fault = isRecord(route) ? recordField(route, 'fault') : {};
      for (const kind of ['delay', 'abort']) {
        const written = findRecord(fault, kind);
        if (written === null || fieldOf(written, 'percent') !== undefined) continue;
        if (fieldOf(written, 'percentage') !== undefined) continue;
        report({
          code: 'PTL228',
          resource,
          path: ['spec', 'http', index, 'fault', kind],
          part: 'key',
          message: `This ${kind} never happens: without a percentage it is for 0 % of the requests. Add "percentage: {value: 100}", or as much as you want.`,
        });
      }
    });
  },
};
