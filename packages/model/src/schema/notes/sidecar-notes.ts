import type { KindNotes } from '../field-note.ts';
import { CONNECTION_POOL_NOTES } from './destination-rule-notes.ts';
import { SERVER_TLS_NOTES } from './gateway-notes.ts';

/** Sidecar: what the proxies beside workloads receive and may reach. */
export const SIDECAR_NOTES: KindNotes = {
  group: 'networking.istio.io',
  kind: 'Sidecar',
  common: [
    'spec',
    'spec.workloadSelector',
    'spec.workloadSelector.labels',
    'spec.ingress',
    'spec.ingress[].port',
    'spec.ingress[].port.number',
    'spec.ingress[].port.protocol',
    'spec.ingress[].port.name',
    'spec.ingress[].defaultEndpoint',
    'spec.egress',
    'spec.egress[].hosts',
    'spec.egress[].port',
    'spec.egress[].port.number',
    'spec.egress[].port.protocol',
    'spec.egress[].port.name',
    'spec.outboundTrafficPolicy',
    'spec.outboundTrafficPolicy.mode',
  ],
  notes: {
    ...SERVER_TLS_NOTES,
    ...CONNECTION_POOL_NOTES,
    '**.port.number': { format: 'port', description: 'The number of the port.' },
    '**.port.protocol': { format: 'protocol' },
    '**.port.targetPort': {
      format: 'port',
      description: 'Istio does not use it here.',
      deprecation: 'It has no effect in a Sidecar.',
    },
    '**.captureMode': { defaultValue: 'DEFAULT' },
    'spec.egress[].hosts[]': { format: 'egress-host' },
    'spec.outboundTrafficPolicy.mode': {
      description: 'Whether traffic to hosts that the mesh does not know is let out.',
      defaultValue: 'what the mesh is set to, as a rule ALLOW_ANY',
    },
    'spec.outboundTrafficPolicy.egressProxy': {
      description: 'The egress proxy that all outbound traffic without a service goes to.',
    },
    '**.egressProxy.host': { format: 'plain-host' },
    '**.egressProxy.subset': { format: 'istio-label' },
  },
};
