import { isRecord, listField, recordField, textField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';

const OF_ROUTES: readonly string[] = ['Accepted', 'Programmed', 'ResolvedRefs'];

/** The conditions of each kind that are bad news where they are False. */
const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  Service: ['istio.io/WaypointBound'],
  ServiceEntry: ['istio.io/WaypointBound'],
  'AuthorizationPolicy.security.istio.io': ['ZtunnelAccepted', 'WaypointAccepted'],
  'Gateway.gateway.networking.k8s.io': OF_ROUTES,
  'HTTPRoute.gateway.networking.k8s.io': OF_ROUTES,
  'GRPCRoute.gateway.networking.k8s.io': OF_ROUTES,
};

/** What the cluster itself says under `status`: has it refused something? As Istio's conditions.ConditionAnalyzer has it. */
export const negativeCondition: ResourceCheck = {
  name: 'negative-condition',
  codes: ['IST0171'],
  about: Object.keys(CONDITIONS),
  reads: [],
  run: (resource, _lookup, report) => {
    const { id, value } = resource;
    const known = CONDITIONS[id.slice(0, id.indexOf('/'))] ?? [];
    const status = recordField(value, 'status');
    const lists = [
      { path: ['status', 'conditions'], conditions: listField(status, 'conditions') },
      ...listField(status, 'parents').map((parent, index) => ({
        path: ['status', 'parents', index, 'conditions'],
        conditions: isRecord(parent) ? listField(parent, 'conditions') : [],
      })),
    ];
    for (const { path, conditions } of lists)
      for (const [index, condition] of conditions.entries()) {
        if (!isRecord(condition)) continue;
        const type = textField(condition, 'type') ?? '';
        const reason = textField(condition, 'reason') ?? '';
        const isRefused = textField(condition, 'status') === 'False' && known.includes(type);
        // It is accepted, and yet not all of it.
        const isPartial = type === 'WaypointAccepted' && reason === 'PartiallyInvalid';
        if (!isRefused && !(isPartial && known.includes(type))) continue;
        const why = textField(condition, 'message') ?? '';
        report({
          code: 'IST0171',
          resource,
          path: [...path, index, isRefused ? 'status' : 'reason'],
          message: `The cluster says of this resource that it is not ${type}${reason === '' ? '' : ` (${reason})`}${why === '' ? '.' : `: ${why}`}`,
        });
      }
  },
};
