import { findRecord, recordField, textField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';

/** What Istio reads no more, outside of VirtualServices. As its deprecation.FieldAnalyzer has it. */
export const removedFields: ResourceCheck = {
  name: 'removed-fields',
  codes: ['IST0002'],
  about: ['Sidecar.networking.istio.io', 'CustomResourceDefinition.apiextensions.k8s.io'],
  reads: [],
  run: (resource, _lookup, report) => {
    const spec = recordField(resource.value, 'spec');
    if (resource.kind === 'Sidecar') {
      if (findRecord(recordField(spec, 'outboundTrafficPolicy'), 'egressProxy') === null) return;
      report({
        code: 'IST0002',
        resource,
        path: ['spec', 'outboundTrafficPolicy', 'egressProxy'],
        part: 'key',
        message:
          'Istio ignores egressProxy. Route what leaves the mesh by a VirtualService instead.',
        args: ['OutboundTrafficPolicy.EgressProxy ignored'],
      });
      return;
    }
    const group = textField(spec, 'group');
    const kind = textField(recordField(spec, 'names'), 'kind') ?? '';
    if (group !== 'rbac.istio.io' || !REMOVED.includes(kind)) return;
    report({
      code: 'IST0002',
      resource,
      path: ['spec', 'group'],
      message: `Istio knows ${kind} no more. Write an AuthorizationPolicy instead.`,
      args: [`Custom resource type ${group} ${kind} is removed`],
    });
  },
};

const REMOVED = ['ClusterRbacConfig', 'RbacConfig', 'ServiceRole', 'ServiceRoleBinding'];
