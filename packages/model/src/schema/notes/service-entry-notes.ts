import type { FieldNotes, KindNotes } from '../field-note.ts';

const ENDPOINT_NOTES: FieldNotes = {
  '**.address': { format: 'address' },
  '**.labels': { format: 'labels' },
  '**.ports{}': { format: 'port' },
  '**.locality': { format: 'locality' },
  '**.weight': { format: 'weight', defaultValue: '1' },
  '**.serviceAccount': { format: 'resource-name' },
};

/** ServiceEntry: hosts that the cluster has no Service for. */
export const SERVICE_ENTRY_NOTES: KindNotes = {
  group: 'networking.istio.io',
  kind: 'ServiceEntry',
  common: [
    'spec',
    'spec.hosts',
    'spec.ports',
    'spec.ports[].number',
    'spec.ports[].name',
    'spec.ports[].protocol',
    'spec.ports[].targetPort',
    'spec.location',
    'spec.resolution',
    'spec.addresses',
    'spec.endpoints',
    'spec.endpoints[].address',
    'spec.endpoints[].ports',
    'spec.endpoints[].labels',
    'spec.workloadSelector',
    'spec.workloadSelector.labels',
    'spec.exportTo',
  ],
  notes: {
    ...ENDPOINT_NOTES,
    spec: { choices: [['workloadSelector', 'endpoints']] },
    'spec.endpoints[].ports': { keyFormat: 'istio-label' },
    'spec.hosts[]': { format: 'destination-host' },
    'spec.addresses[]': { format: 'cidr' },
    'spec.ports[].number': { format: 'port' },
    'spec.ports[].name': { format: 'istio-label' },
    'spec.ports[].protocol': { format: 'entry-protocol' },
    'spec.ports[].targetPort': { format: 'port', defaultValue: 'the number of the port' },
    'spec.location': { defaultValue: 'MESH_EXTERNAL' },
    'spec.resolution': { defaultValue: 'NONE' },
  },
};

/** WorkloadEntry: a workload that is no pod, such as a virtual machine. */
export const WORKLOAD_ENTRY_NOTES: KindNotes = {
  group: 'networking.istio.io',
  kind: 'WorkloadEntry',
  common: ['spec', 'spec.address', 'spec.ports', 'spec.labels', 'spec.serviceAccount'],
  notes: { ...ENDPOINT_NOTES, 'spec.ports': { keyFormat: 'istio-label' } },
};

/** WorkloadGroup: what WorkloadEntries that register themselves have in common. */
export const WORKLOAD_GROUP_NOTES: KindNotes = {
  group: 'networking.istio.io',
  kind: 'WorkloadGroup',
  common: [
    'spec',
    'spec.metadata',
    'spec.metadata.labels',
    'spec.template',
    'spec.template.ports',
    'spec.template.serviceAccount',
    'spec.probe',
  ],
  notes: {
    ...ENDPOINT_NOTES,
    'spec.metadata.labels': { format: 'labels', description: 'Labels that every entry gets.' },
    'spec.metadata.annotations': { description: 'Annotations that every entry gets.' },
    '**.probe.httpGet.port': { format: 'port' },
    '**.probe.httpGet.path': { format: 'url-path' },
    '**.probe.httpGet.scheme': { description: 'HTTP or HTTPS.', defaultValue: 'HTTP' },
    '**.probe.httpGet.httpHeaders[].name': {
      format: 'header-name',
      description: 'The name of a header of the request.',
    },
    '**.probe.httpGet.httpHeaders[].value': { description: 'The value of the header.' },
    '**.probe.tcpSocket.port': { format: 'port', description: 'The port to connect to.' },
    '**.probe.tcpSocket.host': {
      format: 'plain-host',
      description: 'The host to connect to.',
      defaultValue: 'localhost',
    },
    '**.probe.grpc.port': { format: 'port' },
    '**.probe.grpc.service': { description: 'The name of the service that is asked for.' },
  },
};
