import type { CodeEntry } from './catalogue.ts';

const NAMES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';
const SERVICE = 'https://kubernetes.io/docs/concepts/services-networking/service/';
const INVALID = 'kubectl apply fails with "Invalid value".';

/** Codes of what Kubernetes refuses, whatever Istio would say. */
export const KUBERNETES_CODES = {
  PTL120: {
    severity: 'error',
    title: 'A name that Kubernetes does not take',
    explanation:
      'Names are lower case letters, digits, "-" and, for most kinds, ".". Names of Services become DNS names, so they have no dots and begin with a letter.',
    symptom: INVALID,
    link: NAMES,
  },
  PTL121: {
    severity: 'error',
    title: 'A namespace that cannot be one',
    explanation:
      'Namespaces are lower case letters, digits and "-", at most 63. Resources of the whole cluster have none.',
    symptom: INVALID,
    link: NAMES,
  },
  PTL122: {
    severity: 'error',
    title: 'A label or annotation that Kubernetes does not take',
    explanation:
      'Keys and the values of labels are at most 63 letters, digits, "-", "_" and "."; in front of a key there may be a domain and "/".',
    symptom: INVALID,
    link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
  },
  PTL123: {
    severity: 'warning',
    title: 'The same resource twice',
    explanation:
      'Kind, namespace and name say which resource is meant. Of several manifests for one, the last replaces the others when all are applied.',
    symptom: 'What stands here has no effect, and which one counts depends on the order.',
    link: NAMES,
  },
  PTL130: {
    severity: 'error',
    title: 'A port of a Service that Kubernetes refuses',
    explanation:
      'Ports of a Service go from 1 to 65535. Several ports each need a name, and no two can share a name, or number and protocol.',
    symptom: 'kubectl apply fails with "Required value", "Duplicate value" or "Invalid value".',
    link: `${SERVICE}#multi-port-services`,
  },
  PTL131: {
    severity: 'error',
    title: 'A field that does not go with the type of the Service',
    explanation:
      'What a Service can have depends on its type: node ports and health checks need NodePort or LoadBalancer, and an ExternalName is a name and no address.',
    symptom: 'kubectl apply fails with "Forbidden" or "Invalid value".',
    link: `${SERVICE}#publishing-services-service-types`,
  },
  PTL132: {
    severity: 'warning',
    title: 'A node port out of the usual range',
    explanation:
      'Node ports are from 30000 to 32767, unless the cluster was set up with another range.',
    symptom: 'kubectl apply fails with "provided port is not in the valid range".',
    link: `${SERVICE}#type-nodeport`,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
