import { ISTIOCTL_GATEWAY } from './gateway-presets.ts';

/** What the text does not hold and the user says is so. Every field is optional in a file; here all are set. */
export interface Assumptions {
  /** Namespace of manifests that name none. */
  readonly defaultNamespace: string;
  /** May be empty. */
  readonly clusterDomain: string;
  /** Gateway workloads that run outside the text. */
  readonly gateways: readonly AssumedGateway[];
  /** Hosts that exist though no Service or ServiceEntry of the text has them. */
  readonly externalHosts: readonly string[];
  /** Namespaces whose resources are not in the text: what points there is unknown, not wrong. */
  readonly foreignNamespaces: readonly string[];
  /** Secrets that exist, as `namespace/name`. */
  readonly secrets: readonly string[];
  /** Findings not to show: `CODE` or `CODE Kind/namespace/name`. */
  readonly muted: readonly string[];
}

/** A gateway workload that runs though the text does not have it. */
export interface AssumedGateway {
  readonly name: string;
  readonly namespace: string;
  /** Labels of its pods. */
  readonly labels: Readonly<Record<string, string>>;
  /** The Service in front of it; null where there is none. */
  readonly service: AssumedGatewayService | null;
  /** Whether a load balancer in front ends TLS, so that HTTP arrives. */
  readonly tlsTerminatedInFront: boolean;
}

/** The Service in front of an assumed gateway. */
export interface AssumedGatewayService {
  readonly type: string;
  readonly ports: readonly { readonly port: number; readonly targetPort: number }[];
}

/** One gateway as istioctl installs it, namespace `default`, domain `cluster.local`. */
export const DEFAULT_ASSUMPTIONS: Assumptions = {
  defaultNamespace: 'default',
  clusterDomain: 'cluster.local',
  gateways: [ISTIOCTL_GATEWAY],
  externalHosts: [],
  foreignNamespaces: [],
  secrets: [],
  muted: [],
};
