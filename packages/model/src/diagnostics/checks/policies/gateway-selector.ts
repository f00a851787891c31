import { fieldOf, findLabels, recordField } from '../../../resources/tolerant-value.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { findPods, READS_OF_PODS } from '../../facts/find-pods.ts';

const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/**
 * A policy that selects the pods of a Gateway of the Gateway API by labels: there only targetRefs
 * count. As Istio's k8sgateway.SelectorAnalyzer has it.
 */
export const gatewaySelector: ResourceCheck = {
  name: 'gateway-selector',
  codes: ['IST0166'],
  about: [
    'AuthorizationPolicy.security.istio.io',
    'RequestAuthentication.security.istio.io',
    'Telemetry.telemetry.istio.io',
    'WasmPlugin.extensions.istio.io',
  ],
  reads: READS_OF_PODS,
  run: (resource, lookup, report) => {
    const spec = recordField(resource.value, 'spec');
    const selector = findLabels(recordField(spec, 'selector'), 'matchLabels');
    if (selector === null) return;
    if (['targetRef', 'targetRefs'].some((field) => fieldOf(spec, field) !== undefined)) return;
    const names = findPods(lookup, selector, resource.namespace).flatMap(
      ({ labels }) => labels[GATEWAY_NAME] ?? [],
    );
    for (const name of new Set(names))
      report({
        code: 'IST0166',
        resource,
        path: ['spec', 'selector'],
        part: 'key',
        message: `The pods that are selected run the Gateway "${name}" of the Gateway API, where labels do not count. Name it in targetRefs instead.`,
        args: [name],
        data: { gateway: name },
      });
  },
};
