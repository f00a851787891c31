import { DNS_HOST } from '../host-name-forms.ts';
import { LOCAL_OBJECT, localName, objectReference } from '../reference-forms.ts';
import type { NamingKinds } from './naming-kinds.ts';
import { podNames } from './pod-names.ts';

const DOCS = 'https://kubernetes.io/docs/reference/kubernetes-api';
const SECRET = localName('Secret');
const SERVICE = localName('Service');
const SERVICE_OBJECT = objectReference({ group: '', kind: 'Service', namespaced: true });

/** What Kubernetes' own kinds name. */
export const KUBERNETES_NAMES: readonly NamingKinds[] = [
  {
    kinds: ['Pod'],
    source: `${DOCS}/workload-resources/pod-v1/`,
    names: podNames('spec'),
  },
  {
    kinds: [
      'Deployment',
      'StatefulSet',
      'DaemonSet',
      'ReplicaSet.apps',
      'ReplicationController',
      'Job.batch',
    ],
    source: `${DOCS}/workload-resources/`,
    names: podNames('spec.template.spec'),
  },
  {
    kinds: ['CronJob.batch'],
    source: `${DOCS}/workload-resources/cron-job-v1/`,
    names: podNames('spec.jobTemplate.spec.template.spec'),
  },
  {
    kinds: ['StatefulSet'],
    source: `${DOCS}/workload-resources/stateful-set-v1/`,
    names: [['spec.serviceName', SERVICE]],
  },
  {
    kinds: ['HorizontalPodAutoscaler.autoscaling'],
    source: `${DOCS}/workload-resources/horizontal-pod-autoscaler-v2/`,
    names: [
      [
        'spec.scaleTargetRef',
        objectReference({ group: 'apps', kind: 'Deployment', namespaced: false }),
      ],
      ['spec.metrics[].object.{describedObject,target}', LOCAL_OBJECT],
    ],
  },
  {
    kinds: ['Service'],
    source: `${DOCS}/service-resources/service-v1/`,
    names: [['spec.externalName', DNS_HOST]],
  },
  {
    kinds: ['Endpoints'],
    source: `${DOCS}/service-resources/endpoints-v1/`,
    names: [['metadata.name', SERVICE]],
  },
  {
    kinds: ['EndpointSlice.discovery.k8s.io'],
    source: `${DOCS}/service-resources/endpoint-slice-v1/`,
    names: [['metadata.labels[kubernetes.io/service-name]', SERVICE]],
  },
  {
    kinds: ['Ingress.networking.k8s.io', 'Ingress.extensions'],
    source: `${DOCS}/service-resources/ingress-v1/`,
    names: [
      ['spec.{defaultBackend,rules[].http.paths[].backend}.service.name', SERVICE],
      ['spec.{defaultBackend,rules[].http.paths[].backend}.resource', LOCAL_OBJECT],
      // Before networking.k8s.io/v1.
      ['spec.{backend,rules[].http.paths[].backend}.serviceName', SERVICE],
      ['spec.tls[].secretName', SECRET],
    ],
  },
  {
    kinds: ['ServiceAccount'],
    source: `${DOCS}/authentication-resources/service-account-v1/`,
    names: [['{secrets,imagePullSecrets}[].name', SECRET]],
  },
  {
    kinds: [
      'RoleBinding.rbac.authorization.k8s.io',
      'ClusterRoleBinding.rbac.authorization.k8s.io',
    ],
    source: `${DOCS}/authorization-resources/role-binding-v1/`,
    names: [
      ['subjects[]', objectReference({ group: '', kind: '', namespaced: true })],
      [
        'roleRef',
        objectReference({ group: 'rbac.authorization.k8s.io', kind: '', namespaced: false }),
      ],
    ],
  },
  {
    kinds: [
      'MutatingWebhookConfiguration.admissionregistration.k8s.io',
      'ValidatingWebhookConfiguration.admissionregistration.k8s.io',
    ],
    source: `${DOCS}/extend-resources/`,
    names: [['webhooks[].clientConfig.service', SERVICE_OBJECT]],
  },
  {
    kinds: ['CustomResourceDefinition.apiextensions.k8s.io', 'APIService.apiregistration.k8s.io'],
    source: `${DOCS}/extend-resources/`,
    names: [['spec.{service,conversion.webhook.clientConfig.service}', SERVICE_OBJECT]],
  },
];
