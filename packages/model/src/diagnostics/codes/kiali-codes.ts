import type { CodeEntry } from './catalogue.ts';

const VALIDATIONS = 'https://kiali.io/docs/features/validations/';

/** Codes of findings that only Kiali has. */
export const KIALI_CODES = {
  KIA0005: {
    severity: 'error',
    title: 'A namespace that is not there',
    explanation: 'exportTo names the namespaces that see a resource.',
    symptom: 'The namespaces that are meant do not see the resource: 404 or 503 there.',
    link: VALIDATIONS,
  },
  KIA0201: {
    severity: 'warning',
    title: 'Several DestinationRules for one host',
    explanation:
      'Istio uses one DestinationRule for a host. Of several for the very same host it joins the subsets and takes the other settings of the first; of wildcards it takes the longest.',
    symptom: 'Settings such as TLS, limits or subsets of one of them have no effect.',
    link: VALIDATIONS,
  },
  KIA0203: {
    severity: 'error',
    title: 'A subset that no pod of its host is in',
    explanation:
      'A subset is the pods that the Service selects and that have the labels of the subset too. Pods of other Services do not count.',
    symptom: 'Requests that go to the subset get 503.',
    link: VALIDATIONS,
  },
  KIA0204: {
    severity: 'warning',
    title: 'Mutual TLS that another DestinationRule asks for gets lost',
    explanation:
      'The DestinationRule for a host replaces the one for a wildcard over it as a whole. What it leaves out is not taken from there.',
    symptom: 'Connections are reset where the pods accept mutual TLS only.',
    link: VALIDATIONS,
  },
  KIA0205: {
    severity: 'error',
    title: 'Mutual TLS that no policy of the mesh turns on',
    explanation:
      'A DestinationRule says how connections are opened, a PeerAuthentication how they are accepted.',
    symptom: 'Connections are reset.',
    link: VALIDATIONS,
  },
  KIA0206: {
    severity: 'error',
    title: 'Mutual TLS that no policy of the namespace turns on',
    explanation:
      'A DestinationRule says how connections are opened, a PeerAuthentication how they are accepted.',
    symptom: 'Connections are reset.',
    link: VALIDATIONS,
  },
  KIA0207: {
    severity: 'error',
    title: 'No TLS towards pods of a namespace that accept nothing else',
    explanation: 'A PeerAuthentication with mode STRICT accepts mutual TLS only.',
    symptom: 'Connections are reset.',
    link: VALIDATIONS,
  },
  KIA0208: {
    severity: 'error',
    title: 'No TLS towards pods of the mesh that accept nothing else',
    explanation: 'A PeerAuthentication with mode STRICT accepts mutual TLS only.',
    symptom: 'Connections are reset.',
    link: VALIDATIONS,
  },
  KIA0209: {
    severity: 'info',
    title: 'A subset without labels',
    explanation:
      'A subset is the pods of a host that have its labels. Without labels it is all of them.',
    symptom: 'Requests for the subset reach all versions.',
    link: VALIDATIONS,
  },
  KIA0301: {
    severity: 'warning',
    title: 'Hosts of servers that overlap',
    explanation:
      'Servers on one port of the same pods share the hosts. A host in two servers gets the settings of only one.',
    symptom: 'TLS settings or routes of one of the servers have no effect.',
    link: VALIDATIONS,
  },
  KIA0602: {
    severity: 'warning',
    title: 'appProtocol with something behind the protocol',
    explanation:
      'appProtocol is the name of a protocol. Istio cuts what follows a dash, as it does in the names of ports.',
    symptom: 'Nothing in Istio; other programs do not know the protocol.',
    link: VALIDATIONS,
  },
  KIA0701: {
    severity: 'warning',
    title: 'A port that no container has',
    explanation:
      'A port of a Service leads to its targetPort on the pods: a number, or the name of a port of a container.',
    symptom: 'Connections to the port are refused, and requests get 503.',
    link: VALIDATIONS,
  },
  KIA1004: {
    severity: 'warning',
    title: 'A host that is not there',
    explanation: 'A Sidecar names the hosts that its pods can reach.',
    symptom: 'Pods cannot reach the host that is meant.',
    link: VALIDATIONS,
  },
  KIA1006: {
    severity: 'warning',
    title: 'A Sidecar for the whole mesh that selects pods',
    explanation:
      'A Sidecar without workloadSelector in the root namespace is for every pod of the mesh that has no other.',
    symptom: 'The settings count for pods of the root namespace only.',
    link: VALIDATIONS,
  },
  KIA1007: {
    severity: 'info',
    title: 'What may leave the mesh is not said',
    explanation: 'An outboundTrafficPolicy without mode means REGISTRY_ONLY.',
    symptom: 'Requests to hosts that the mesh does not know get 502.',
    link: VALIDATIONS,
  },
  KIA1102: {
    severity: 'error',
    title: 'A Gateway of a match is not there',
    explanation: 'A match with gateways fits requests through one of these only.',
    symptom: 'The route never matches, so requests go on to the next one, or get 404.',
    link: VALIDATIONS,
  },
  KIA1104: {
    severity: 'warning',
    title: 'A weight without a second destination',
    explanation:
      'Weights divide requests among the destinations of a route. A single one gets all.',
    symptom: 'All requests go to this destination, and not the share that is written.',
    link: VALIDATIONS,
  },
  KIA1105: {
    severity: 'warning',
    title: 'A destination twice in one route',
    explanation: 'The same host and subset twice is one destination with both weights.',
    symptom: 'The shares are not those that one reads.',
    link: VALIDATIONS,
  },
  KIA1106: {
    severity: 'info',
    title: 'Several VirtualServices for one host on one Gateway',
    explanation:
      'On a Gateway Istio puts the routes of all VirtualServices of a host in a row, the oldest first.',
    symptom: 'Which of two routes counts may change when a VirtualService is created anew.',
    link: VALIDATIONS,
  },
  KIA1211: {
    severity: 'warning',
    title: 'One port of a host in several ServiceEntries',
    explanation: 'Istio merges what several ServiceEntries say of a port in an order of its own.',
    symptom: 'Endpoints of one of them are missing, or are used where they should not be.',
    link: VALIDATIONS,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
