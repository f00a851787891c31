import type { FieldNotes, KindNotes } from '../field-note.ts';

/** Settings of connections to a service, in DestinationRules and Sidecars. */
export const CONNECTION_POOL_NOTES: FieldNotes = {
  '**.connectionPool': { description: 'How many connections and requests there may be at once.' },
  '**.http.idleTimeout': { format: 'duration', defaultValue: '1h' },
  '**.http.h2UpgradePolicy': { defaultValue: 'DEFAULT' },
  '**.http.http1MaxPendingRequests': { format: 'count', defaultValue: '4294967295' },
  '**.http.http2MaxRequests': { format: 'count', defaultValue: '4294967295' },
  '**.http.maxRequestsPerConnection': { format: 'count', defaultValue: '0: no limit' },
  '**.http.maxRetries': { format: 'count', defaultValue: '4294967295' },
  '**.http.maxConcurrentStreams': { format: 'count', defaultValue: '2147483647' },
  '**.http.useClientProtocol': { defaultValue: 'false' },
  '**.tcp.connectTimeout': { format: 'duration', defaultValue: '10s' },
  '**.tcp.idleTimeout': { format: 'duration-or-zero', defaultValue: '1h' },
  '**.tcp.maxConnectionDuration': { format: 'duration', defaultValue: 'no limit' },
  '**.tcp.maxConnections': { format: 'count', defaultValue: '4294967295' },
  '**.tcpKeepalive.interval': { format: 'duration' },
  '**.tcpKeepalive.time': { format: 'duration' },
};

const LOAD_BALANCER_NOTES: FieldNotes = {
  '**.loadBalancer.simple': {
    description: 'How one of the endpoints is chosen, where no session has to stay on one.',
    defaultValue: 'LEAST_REQUEST',
  },
  '**.loadBalancer.consistentHash': {
    description: 'Requests that are alike in something go to the same endpoint.',
  },
  '**.consistentHash.httpCookie.ttl': { format: 'duration' },
  '**.consistentHash.httpCookie.path': { format: 'url-path' },
  '**.consistentHash.httpHeaderName': { format: 'header-name' },
  '**.ringHash.minimumRingSize': { defaultValue: '1024' },
  '**.maglev.tableSize': { defaultValue: '65537' },
  '**.consistentHash.minimumRingSize': { deprecation: 'Use `ringHash.minimumRingSize`.' },
  '**.loadBalancer.localityLbSetting': {
    description: 'Which regions and zones the endpoints are taken from.',
    choices: [['distribute', 'failover', 'failoverPriority']],
  },
  '**.localityLbSetting.enabled': { defaultValue: 'true' },
  '**.distribute[].from': { format: 'locality' },
  '**.distribute[].to': { keyFormat: 'locality' },
  '**.distribute[].to{}': { format: 'share' },
  '**.loadBalancer.warmupDurationSecs': { format: 'duration' },
  '**.warmup.duration': {
    format: 'duration',
    description: 'How long a new endpoint gets less than its full share.',
  },
  '**.warmup.minimumPercent': {
    format: 'percentage',
    description: 'The part of its share that a new endpoint starts with.',
    defaultValue: '10',
  },
  '**.warmup.aggression': { defaultValue: '1' },
};

const OUTLIER_NOTES: FieldNotes = {
  '**.outlierDetection': {
    description: 'Takes endpoints that fail out of the load balancing for a while.',
  },
  '**.outlierDetection.interval': { format: 'duration', defaultValue: '10s' },
  '**.outlierDetection.baseEjectionTime': { format: 'duration', defaultValue: '30s' },
  '**.outlierDetection.consecutive5xxErrors': { defaultValue: '5' },
  '**.outlierDetection.consecutiveGatewayErrors': { defaultValue: '0: off' },
  '**.outlierDetection.consecutiveLocalOriginFailures': { defaultValue: '5' },
  '**.outlierDetection.splitExternalLocalOriginErrors': { defaultValue: 'false' },
  '**.outlierDetection.maxEjectionPercent': { format: 'percentage', defaultValue: '10' },
  '**.outlierDetection.minHealthPercent': { format: 'percentage', defaultValue: '0' },
  '**.outlierDetection.consecutiveErrors': {
    description: 'Errors in a row after which an endpoint is taken out.',
    deprecation: 'Use `consecutive5xxErrors` or `consecutiveGatewayErrors`.',
  },
};

const CLIENT_TLS_NOTES: FieldNotes = {
  '**.tls': { choices: [['credentialName', 'clientCertificate']] },
  '**.tls.mode': { defaultValue: 'DISABLE' },
  '**.tls.credentialName': { format: 'credential-name' },
  '**.tls.sni': { format: 'plain-host' },
  '**.tls.insecureSkipVerify': { defaultValue: 'false' },
};

const POLICIES = ['spec.trafficPolicy', 'spec.subsets[].trafficPolicy'];

/** Paths of a policy for all ports and for single ones, in the rule and in its subsets. */
function inPolicies(paths: readonly string[]): string[] {
  const places = POLICIES.flatMap((policy) => [policy, `${policy}.portLevelSettings[]`]);
  return paths.flatMap((path) => places.map((place) => `${place}.${path}`));
}

/** DestinationRule: the subsets of a host, and the policies for traffic to it. */
export const DESTINATION_RULE_NOTES: KindNotes = {
  group: 'networking.istio.io',
  kind: 'DestinationRule',
  common: [
    'spec',
    'spec.host',
    'spec.subsets',
    'spec.subsets[].name',
    'spec.subsets[].labels',
    'spec.trafficPolicy',
    'spec.subsets[].trafficPolicy',
    ...POLICIES.flatMap((policy) => [
      `${policy}.portLevelSettings[].port`,
      `${policy}.portLevelSettings[].port.number`,
    ]),
    ...inPolicies([
      'tls',
      'tls.mode',
      'tls.credentialName',
      'tls.sni',
      'tls.clientCertificate',
      'tls.privateKey',
      'tls.caCertificates',
      'loadBalancer',
      'loadBalancer.simple',
      'loadBalancer.consistentHash',
      'loadBalancer.localityLbSetting',
      'connectionPool',
      'connectionPool.tcp',
      'connectionPool.tcp.maxConnections',
      'connectionPool.http',
      'connectionPool.http.http1MaxPendingRequests',
      'connectionPool.http.http2MaxRequests',
      'connectionPool.http.maxRequestsPerConnection',
      'outlierDetection',
      'outlierDetection.consecutive5xxErrors',
      'outlierDetection.interval',
      'outlierDetection.baseEjectionTime',
      'outlierDetection.maxEjectionPercent',
    ]),
    ...POLICIES.map((policy) => `${policy}.portLevelSettings`),
    'spec.exportTo',
    'spec.workloadSelector',
    'spec.workloadSelector.matchLabels',
  ],
  notes: {
    ...CONNECTION_POOL_NOTES,
    ...LOAD_BALANCER_NOTES,
    ...OUTLIER_NOTES,
    ...CLIENT_TLS_NOTES,
    'spec.host': { format: 'rule-host' },
    'spec.subsets[].name': { format: 'istio-label' },
    'spec.subsets[].labels': { format: 'labels' },
    '**.trafficPolicy': { choices: [['tunnel', 'proxyProtocol']] },
    '**.portLevelSettings[].port.number': {
      format: 'port',
      description: 'The number of the port of the service that these settings are for.',
    },
    '**.tunnel.targetPort': { format: 'port' },
    '**.tunnel.targetHost': { format: 'plain-host' },
    '**.tunnel.protocol': { defaultValue: 'CONNECT' },
    '**.proxyProtocol.version': { defaultValue: 'V1' },
    '**.retryBudget.percent': { format: 'percentage', defaultValue: '20' },
    '**.retryBudget.minRetryConcurrency': { defaultValue: '3' },
  },
};
