import { GATEWAY_NAME } from '../gateway-name-form.ts';
import { SERVICE_HOST, URL_HOST } from '../host-name-forms.ts';
import { localName, objectReference } from '../reference-forms.ts';
import { PARENT } from './gateway-api-names.ts';
import type { NamingKinds } from './naming-kinds.ts';
import { podNames } from './pod-names.ts';

const WORKLOAD = objectReference({ group: 'apps', kind: 'Deployment', namespaced: false });
const ROLLOUT_CANARY = 'spec.strategy.canary';

/** What the kinds of controllers name that change Istio's resources, scale workloads or make certificates. */
export const CONTROLLER_NAMES: readonly NamingKinds[] = [
  {
    kinds: ['Canary.flagger.app'],
    source: 'https://docs.flagger.app/usage/how-it-works',
    names: [
      ['spec.{targetRef,autoscalerRef,ingressRef}', WORKLOAD],
      ['spec.service.gateways[]', GATEWAY_NAME],
      ['spec.service.hosts[]', SERVICE_HOST],
      ['spec.service.gatewayRefs[]', PARENT],
      ['spec.{analysis,canaryAnalysis}.webhooks[].url', URL_HOST],
      [
        'spec.{analysis,canaryAnalysis}.metrics[].templateRef',
        objectReference({ group: 'flagger.app', kind: 'MetricTemplate', namespaced: true }),
      ],
    ],
  },
  {
    kinds: ['Rollout.argoproj.io'],
    source: 'https://argo-rollouts.readthedocs.io/en/stable/features/specification/',
    names: [
      ...podNames('spec.template.spec'),
      ['spec.workloadRef', WORKLOAD],
      [`${ROLLOUT_CANARY}.{canaryService,stableService}`, localName('Service')],
      ['spec.strategy.blueGreen.{activeService,previewService}', localName('Service')],
      [
        `${ROLLOUT_CANARY}.trafficRouting.istio.{virtualService,virtualServices[]}.name`,
        localName('VirtualService'),
      ],
      [`${ROLLOUT_CANARY}.trafficRouting.istio.destinationRule.name`, localName('DestinationRule')],
    ],
  },
  {
    kinds: ['VerticalPodAutoscaler.autoscaling.k8s.io'],
    source: 'https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler',
    names: [['spec.targetRef', WORKLOAD]],
  },
  {
    kinds: ['Certificate.cert-manager.io'],
    source: 'https://cert-manager.io/docs/reference/api-docs/',
    names: [['spec.secretName', localName('Secret')]],
  },
];
