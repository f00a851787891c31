import type { KindNotes } from '../field-note.ts';

/** Service: a name and ports for a set of pods. */
export const SERVICE_NOTES: KindNotes = {
  group: '',
  kind: 'Service',
  common: [
    'spec',
    'spec.type',
    'spec.selector',
    'spec.ports',
    'spec.ports[].name',
    'spec.ports[].port',
    'spec.ports[].targetPort',
    'spec.ports[].protocol',
    'spec.ports[].appProtocol',
    'spec.ports[].nodePort',
    'spec.clusterIP',
    'spec.externalName',
    'spec.externalTrafficPolicy',
    'spec.loadBalancerSourceRanges',
  ],
  notes: {
    'metadata.name': { format: 'service-name' },
    'spec.type': { defaultValue: 'ClusterIP' },
    'spec.selector': { format: 'labels' },
    'spec.ports[].name': { format: 'dns-label' },
    'spec.ports[].port': { format: 'port' },
    'spec.ports[].targetPort': { format: 'port-or-name', defaultValue: 'the port itself' },
    'spec.ports[].nodePort': { format: 'port', defaultValue: 'chosen by the cluster' },
    'spec.ports[].protocol': { defaultValue: 'TCP' },
    'spec.clusterIP': { defaultValue: 'chosen by the cluster' },
    'spec.externalName': { format: 'plain-host' },
    'spec.loadBalancerSourceRanges[]': { format: 'cidr' },
    'spec.sessionAffinity': { defaultValue: 'None' },
    'spec.sessionAffinityConfig.clientIP.timeoutSeconds': { defaultValue: '10800' },
    'spec.externalTrafficPolicy': { defaultValue: 'Cluster' },
    'spec.internalTrafficPolicy': { defaultValue: 'Cluster' },
    'spec.allocateLoadBalancerNodePorts': { defaultValue: 'true' },
    'spec.publishNotReadyAddresses': { defaultValue: 'false' },
    'spec.healthCheckNodePort': { format: 'port' },
  },
};

/** Ingress: the routes of Kubernetes itself. */
export const INGRESS_NOTES: KindNotes = {
  group: 'networking.k8s.io',
  kind: 'Ingress',
  common: [
    'spec',
    'spec.ingressClassName',
    'spec.rules',
    'spec.rules[].host',
    'spec.rules[].http',
    '**.paths',
    '**.paths[].path',
    '**.paths[].pathType',
    '**.backend',
    '**.backend.service',
    '**.service.name',
    '**.service.port',
    '**.port.number',
    '**.port.name',
    'spec.defaultBackend',
    'spec.tls',
    'spec.tls[].hosts',
    'spec.tls[].secretName',
  ],
  notes: {
    'spec.rules[].host': { format: 'destination-host' },
    'spec.tls[].hosts[]': { format: 'destination-host' },
    'spec.tls[].secretName': { format: 'resource-name' },
    '**.paths[].path': { format: 'url-path' },
    '**.backend': { choices: [['service', 'resource']] },
    'spec.defaultBackend': { choices: [['service', 'resource']] },
    '**.service.name': { format: 'resource-name' },
    '**.service.port': { choices: [['name', 'number']] },
    '**.port.number': { format: 'port' },
    '**.port.name': { format: 'dns-label' },
  },
};

/** Secret: keys and certificates, among others. Their values are never shown. */
export const SECRET_NOTES: KindNotes = {
  group: '',
  kind: 'Secret',
  common: ['type', 'data', 'stringData'],
  notes: {
    type: { defaultValue: 'Opaque' },
    data: { keyFormat: 'data-key' },
    stringData: { keyFormat: 'data-key' },
    'data{}': { format: 'secret-base64' },
    'stringData{}': { format: 'secret-text' },
    immutable: { defaultValue: 'false' },
  },
};

/** ConfigMap: files and settings. */
export const CONFIG_MAP_NOTES: KindNotes = {
  group: '',
  kind: 'ConfigMap',
  common: ['data', 'binaryData'],
  notes: {
    data: { keyFormat: 'data-key' },
    binaryData: { keyFormat: 'data-key' },
    'binaryData{}': { format: 'base64' },
    immutable: { defaultValue: 'false' },
  },
};
