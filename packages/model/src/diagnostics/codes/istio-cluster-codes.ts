import type { CodeEntry } from './catalogue.ts';

const ANALYSIS = 'https://istio.io/latest/docs/reference/config/analysis';

/** Codes of `istioctl analyze` about what is behind the routes: Services, workloads, policies. */
export const ISTIO_CLUSTER_CODES = {
  IST0002: {
    severity: 'warning',
    title: 'Something deprecated',
    explanation: 'Istio still reads this, or reads it no more, and has a new way to say it.',
    symptom: 'Nothing changes today; after an upgrade of Istio the setting may have no effect.',
    link: `${ANALYSIS}/ist0002/`,
    template: 'Deprecated: %s',
  },
  IST0102: {
    severity: 'info',
    title: 'A namespace that does not say whether its pods are in the mesh',
    explanation: 'Pods get a proxy of Istio where a label of their namespace says so.',
    symptom: 'Routes inside the mesh, subsets and mutual TLS do not count for these pods.',
    link: `${ANALYSIS}/ist0102/`,
    template:
      "The namespace is not enabled for Istio injection. Run 'kubectl label namespace %s istio-injection=enabled' to enable it, or 'kubectl label namespace %s istio-injection=disabled' to explicitly mark it as not needing injection.",
  },
  IST0103: {
    severity: 'warning',
    title: 'A pod without a proxy in a namespace that has them',
    explanation:
      'A pod gets its proxy when it starts. One that started before the namespace had its label has none.',
    symptom: 'Routes inside the mesh and mutual TLS do not count for this pod.',
    link: `${ANALYSIS}/ist0103/`,
    template:
      'The pod %s is missing the Istio proxy. This can often be resolved by restarting or redeploying the workload.',
  },
  IST0107: {
    severity: 'warning',
    title: 'An annotation where it does nothing',
    explanation: 'Istio reads each of its annotations on certain kinds only.',
    symptom: 'The annotation has no effect.',
    link: `${ANALYSIS}/ist0107/`,
    template: 'Misplaced annotation: %s can only be applied to %s',
  },
  IST0108: {
    severity: 'warning',
    title: 'An annotation that Istio does not know',
    explanation: 'Istio ignores annotations that it does not know.',
    symptom: 'The annotation has no effect.',
    link: `${ANALYSIS}/ist0108/`,
    template: 'Unknown annotation: %s',
  },
  IST0110: {
    severity: 'error',
    title: 'Several Sidecars for one pod',
    explanation:
      'A pod takes its settings from one Sidecar alone. Where several select it, which one counts is undefined.',
    symptom: 'Some hosts cannot be reached from the pod, now and then.',
    link: `${ANALYSIS}/ist0110/`,
    template:
      'The Sidecars %v in namespace %q select the same workload pod %q, which can lead to undefined behavior.',
  },
  IST0111: {
    severity: 'error',
    title: 'Several Sidecars for a whole namespace',
    explanation:
      'One Sidecar without workloadSelector may be in a namespace. Of several, which one counts is undefined.',
    symptom: 'Some hosts cannot be reached from the pods, now and then.',
    link: `${ANALYSIS}/ist0111/`,
    template:
      'The Sidecars %v in namespace %q have no workload selector, which can lead to undefined behavior.',
  },
  IST0116: {
    severity: 'warning',
    title: 'A port with two protocols in front of one Deployment',
    explanation: 'Istio sees one protocol for each port of a workload.',
    symptom: 'Requests by one of the protocols fail.',
    link: `${ANALYSIS}/ist0116/`,
    template:
      'This deployment %s is associated with multiple services using port %d but different protocols: %v',
  },
  IST0118: {
    severity: 'info',
    title: 'The name of a port does not say its protocol',
    explanation:
      'Istio reads the protocol of a port from its name, up to the first dash, or from appProtocol.',
    symptom:
      'Istio guesses the protocol. Where it takes HTTP for TCP, routes by path or header do nothing.',
    link: `${ANALYSIS}/ist0118/`,
    template:
      "Port name %s (port: %d, targetPort: %s) doesn't follow the naming convention of Istio port.",
  },
  IST0123: {
    severity: 'warning',
    title: 'A namespace with labels that contradict each other',
    explanation: 'A namespace says in one label how its pods take part in the mesh.',
    symptom: 'Pods get the proxy of another Istio than is meant, or none.',
    link: `${ANALYSIS}/ist0123/`,
    template:
      'The namespace has more than one type of injection labels %v, which may lead to undefined behavior. Make sure only one injection label exists.',
  },
  IST0125: {
    severity: 'warning',
    title: 'An annotation with a value that Istio does not take',
    explanation: 'Istio reads the value of an annotation when it gives a pod its proxy.',
    symptom: 'The pod is refused, or the annotation has no effect.',
    link: `${ANALYSIS}/ist0125/`,
    template: 'Invalid annotation %s: %s',
  },
  IST0127: {
    severity: 'warning',
    title: 'A policy for no workload',
    explanation:
      'A policy is for the workloads of its namespace that have its labels, and that are in the mesh.',
    symptom: 'The policy protects nothing: requests that it should refuse get through.',
    link: `${ANALYSIS}/ist0127/`,
    template: 'No matching workloads for this resource with the following labels: %s',
  },
  IST0128: {
    severity: 'warning',
    title: 'Nobody says who may sign the certificate of a host',
    explanation:
      'With TLS mode SIMPLE or MUTUAL the certificate of the host is checked against caCertificates.',
    symptom: 'Older versions of Istio take any certificate, also that of somebody in between.',
    link: `${ANALYSIS}/ist0128/`,
    template:
      'DestinationRule %s in namespace %s has TLS mode set to %s but no caCertificates are set to validate server identity for host: %s',
  },
  IST0129: {
    severity: 'warning',
    title: 'Nobody says who may sign the certificate of a port',
    explanation:
      'With TLS mode SIMPLE or MUTUAL the certificate of the host is checked against caCertificates.',
    symptom: 'Older versions of Istio take any certificate, also that of somebody in between.',
    link: `${ANALYSIS}/ist0129/`,
    template:
      'DestinationRule %s in namespace %s has TLS mode set to %s but no caCertificates are set to validate server identity for host: %s at port %s',
  },
  IST0134: {
    severity: 'warning',
    title: 'A TCP port of a host without addresses',
    explanation:
      'A TCP connection carries no host name. Istio tells hosts on one port apart by their addresses.',
    symptom: 'Connections to this host go to another host of the same port.',
    link: `${ANALYSIS}/ist0134/`,
    template: 'ServiceEntry addresses are required for this protocol.',
  },
  IST0135: {
    severity: 'info',
    title: 'A deprecated annotation',
    explanation: 'Istio still reads the annotation, and may stop to.',
    symptom: 'Nothing changes today; after an upgrade of Istio it may have no effect.',
    link: `${ANALYSIS}/ist0135/`,
    template: 'Annotation %q has been deprecated%s and may not work in future Istio versions.',
  },
  IST0137: {
    severity: 'warning',
    title: 'One port of a pod behind several ports',
    explanation:
      'Istio sees the port of the pod, and not by which port of a Service it was reached.',
    symptom: 'Rules for one of the ports count for the other too, or not at all.',
    link: `${ANALYSIS}/ist0137/`,
    template:
      'This deployment %s is associated with multiple services %v using targetPort %q but different ports: %v.',
  },
  IST0144: {
    severity: 'warning',
    title: 'A container that runs as the user of the proxy',
    explanation: 'Istio leaves alone what the user 1337 sends, because that is the proxy itself.',
    symptom: 'What the container sends goes around Istio: no routes, no mutual TLS.',
    link: `${ANALYSIS}/ist0144/`,
    template: 'User ID (UID) 1337 is reserved for the sidecar proxy.',
  },
  IST0148: {
    severity: 'info',
    title: 'Pods get a proxy because all do',
    explanation: 'Istio is installed with enableNamespacesByDefault.',
    symptom: 'Nothing is wrong: the pods of this namespace are in the mesh.',
    link: `${ANALYSIS}/ist0148/`,
    template:
      'is enabled for Istio injection, as Istio is installed with enableNamespacesByDefault as true.',
  },
  IST0150: {
    severity: 'warning',
    title: 'A port of an ExternalName Service that takes other traffic',
    explanation:
      'A port that Istio takes for TCP on a Service without addresses of its own stands for all addresses.',
    symptom: 'TCP connections to other hosts on the same port go to this one.',
    link: `${ANALYSIS}/ist0150/`,
    template:
      'Port name for ExternalName service is invalid. Proxy may prevent tcp named ports and unmatched traffic for ports serving TCP protocol from being forwarded correctly',
  },
  IST0166: {
    severity: 'warning',
    title: 'Labels that select a Gateway of the Gateway API',
    explanation:
      'Policies for a Gateway of the Gateway API name it in targetRefs. Labels do not count there.',
    symptom: 'The policy has no effect.',
    link: `${ANALYSIS}/ist0166/`,
    template: 'Ineffective selector on Kubernetes Gateway %s. Use the TargetRef field instead.',
  },
  IST0167: {
    severity: 'warning',
    title: 'A Sidecar for pods without proxy',
    explanation:
      'In ambient mode pods have no proxy of their own, which is what a Sidecar configures.',
    symptom: 'The Sidecar has no effect.',
    link: `${ANALYSIS}/ist0167/`,
    template: 'The policy has no impact: %s.',
  },
  IST0173: {
    severity: 'error',
    title: 'A subset that no pod is in',
    explanation: 'A subset is the pods of a host that have its labels.',
    symptom: 'Requests that go to the subset get 503.',
    link: `${ANALYSIS}/ist0173/`,
    template:
      'The Subset %s defined in the DestinationRule does not select any pods. Which may lead to 503 UH (NoHealthyUpstream).',
  },
  IST0174: {
    severity: 'warning',
    title: 'A rule for a host that is not there',
    explanation: 'A DestinationRule applies to the Service or ServiceEntry that its host names.',
    symptom: 'The rule has no effect: no subsets, no TLS, no limits.',
    link: `${ANALYSIS}/ist0174/`,
    template: 'The host %s defined in the DestinationRule does not match any services in the mesh.',
  },
  IST0175: {
    severity: 'warning',
    title: 'istiod may be led to inner addresses',
    explanation:
      'istiod itself fetches the keys of tokens from the address that a RequestAuthentication names.',
    symptom:
      'Nothing that one sees: who may write a RequestAuthentication can make istiod send requests to inner services.',
    link: `${ANALYSIS}/ist0175/`,
    template:
      'BLOCKED_CIDRS_IN_JWKS_URIS is not configured but %d RequestAuthentication resource(s) exist (%s). Consider configuring it to restrict JWKS URI fetches to trusted networks.',
  },
  IST0177: {
    severity: 'warning',
    title: 'One port of a host with two protocols',
    explanation: 'Istio has one protocol for each port of a host.',
    symptom: 'Connections by one of the protocols fail.',
    link: `${ANALYSIS}/ist0177/`,
    template:
      'Multiple ServiceEntries (%s) define the same host %q and port %d with conflicting protocols (%s).',
    once: true,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
