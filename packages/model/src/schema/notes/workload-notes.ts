import type { FieldNotes, KindNotes } from '../field-note.ts';

/** What most people set on a pod, from its spec. */
const POD_COMMON = [
  'containers',
  'containers[].name',
  'containers[].image',
  'containers[].ports',
  'containers[].ports[].name',
  'containers[].ports[].containerPort',
  'containers[].ports[].protocol',
  'containers[].env',
  'containers[].env[].name',
  'containers[].env[].value',
  'containers[].command',
  'containers[].args',
  'containers[].resources',
  'containers[].resources.requests',
  'containers[].resources.limits',
  'containers[].readinessProbe',
  'containers[].livenessProbe',
  'containers[].volumeMounts',
  'containers[].imagePullPolicy',
  'serviceAccountName',
  'volumes',
];

const PROBE_NOTES: FieldNotes = Object.fromEntries(
  ['readinessProbe', 'livenessProbe', 'startupProbe'].flatMap((probe) => [
    [`**.${probe}`, { choices: [['httpGet', 'tcpSocket', 'exec', 'grpc']] }],
    [`**.${probe}.periodSeconds`, { defaultValue: '10' }],
    [`**.${probe}.timeoutSeconds`, { defaultValue: '1' }],
    [`**.${probe}.successThreshold`, { defaultValue: '1' }],
    [`**.${probe}.failureThreshold`, { defaultValue: '3' }],
    [`**.${probe}.initialDelaySeconds`, { defaultValue: '0' }],
  ]),
);

const VALUE_SOURCES = ['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef'];

const CONTAINER_NOTES: FieldNotes = {
  '**.containers[].name': { format: 'dns-label' },
  '**.initContainers[].name': { format: 'dns-label' },
  '**.ports[].containerPort': { format: 'port' },
  '**.ports[].hostPort': { format: 'port' },
  '**.ports[].name': { format: 'port-name' },
  '**.ports[].protocol': { defaultValue: 'TCP' },
  '**.env[]': { choices: [['value', 'valueFrom']] },
  '**.env[].valueFrom': { choices: [[...VALUE_SOURCES, 'secretKeyRef']] },
  '**.imagePullPolicy': { defaultValue: 'Always for the tag latest, else IfNotPresent' },
  '**.resources.limits{}': { format: 'quantity' },
  '**.resources.requests{}': { format: 'quantity' },
  '**.resourceFieldRef.divisor': { format: 'quantity', defaultValue: '1' },
  '**.httpGet.port': { format: 'port-or-name' },
  '**.httpGet.path': { format: 'url-path', defaultValue: '/' },
  '**.httpGet.scheme': { defaultValue: 'HTTP' },
  '**.tcpSocket.port': { format: 'port-or-name' },
  '**.grpc.port': { format: 'port' },
  ...PROBE_NOTES,
};

const POD_NOTES: FieldNotes = {
  ...CONTAINER_NOTES,
  '**.serviceAccountName': { format: 'resource-name', defaultValue: 'default' },
  '**.restartPolicy': { defaultValue: 'Always' },
  '**.dnsPolicy': { defaultValue: 'ClusterFirst' },
  '**.terminationGracePeriodSeconds': { defaultValue: '30' },
  '**.schedulerName': { defaultValue: 'default-scheduler' },
  '**.enableServiceLinks': { defaultValue: 'true' },
  '**.automountServiceAccountToken': { defaultValue: 'true' },
  '**.nodeSelector': { format: 'labels' },
  '**.overhead{}': { format: 'quantity' },
  '**.emptyDir.sizeLimit': { format: 'quantity' },
  '**.volumes[].name': { format: 'dns-label' },
};

/** Pod: the smallest thing that runs. */
export const POD_WORKLOAD_NOTES: KindNotes = {
  group: '',
  kind: 'Pod',
  common: ['spec', ...POD_COMMON.map((path) => `spec.${path}`)],
  notes: POD_NOTES,
};

function controller(kind: string, common: readonly string[], notes: FieldNotes): KindNotes {
  return {
    group: 'apps',
    kind,
    common: [
      'spec',
      ...common,
      'spec.selector',
      'spec.selector.matchLabels',
      'spec.template',
      'spec.template.metadata',
      'spec.template.metadata.labels',
      'spec.template.metadata.annotations',
      'spec.template.spec',
      ...POD_COMMON.map((path) => `spec.template.spec.${path}`),
    ],
    notes: { ...POD_NOTES, 'spec.revisionHistoryLimit': { defaultValue: '10' }, ...notes },
  };
}

/** Deployment: a number of equal pods. */
export const DEPLOYMENT_NOTES = controller('Deployment', ['spec.replicas'], {
  'spec.replicas': { format: 'count', defaultValue: '1' },
  'spec.minReadySeconds': { defaultValue: '0' },
  'spec.progressDeadlineSeconds': { defaultValue: '600' },
  'spec.strategy.type': { defaultValue: 'RollingUpdate' },
  'spec.strategy.rollingUpdate.maxSurge': { defaultValue: '25%' },
  'spec.strategy.rollingUpdate.maxUnavailable': { defaultValue: '25%' },
});

/** StatefulSet: pods with names and storage of their own. */
export const STATEFUL_SET_NOTES = controller(
  'StatefulSet',
  ['spec.replicas', 'spec.serviceName', 'spec.volumeClaimTemplates'],
  {
    'spec.replicas': { format: 'count', defaultValue: '1' },
    'spec.serviceName': { format: 'resource-name' },
    'spec.podManagementPolicy': { defaultValue: 'OrderedReady' },
    'spec.updateStrategy.type': { defaultValue: 'RollingUpdate' },
  },
);

/** DaemonSet: a pod on every node. */
export const DAEMON_SET_NOTES = controller('DaemonSet', [], {
  'spec.updateStrategy.type': { defaultValue: 'RollingUpdate' },
});
