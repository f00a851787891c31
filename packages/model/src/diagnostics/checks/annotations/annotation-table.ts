/** An annotation that Istio reads. */
export interface KnownAnnotation {
  /** The kinds on which it counts; `Any` for all. */
  readonly on: readonly string[];
  readonly isDeprecated: boolean;
  /** What is wrong with a value; null: nothing. Absent where any will do. */
  readonly judge?: (value: string) => string | null;
}

/** The annotations that Istio reads, by name. Source: `annotation/annotations.yaml` of istio/api. */
export const ANNOTATIONS: ReadonlyMap<string, KnownAnnotation> = new Map([
  ...named(['Any'], '', 'galley.istio.io/analyze-suppress'),
  ...named(['Any'], 'install.operator.istio.io/', 'chart-owner owner-generation version'),
  ...named(['Any'], 'ambient.istio.io/', 'bypass-inbound-capture dns-capture redirection'),
  ...named(
    ['Any'],
    '',
    'istio.io/reroute-virtual-interfaces topology.istio.io/controlPlaneClusters',
  ),
  ...named(['AuthorizationPolicy'], '', 'istio.io/dry-run'),
  ...named(['Ingress'], '', 'kubernetes.io/ingress.class'),
  ...named(['Gateway'], 'networking.istio.io/', 'address-type service-type'),
  ...named(['Gateway'], 'gateway.istio.io/', 'name-override service-account'),
  ...named(
    ['Service', 'ServiceEntry', 'Namespace'],
    'networking.istio.io/',
    'traffic-distribution',
  ),
  ...named(['Service'], 'networking.istio.io/', 'exportTo'),
  ...named(
    ['WorkloadEntry'],
    'istio.io/',
    'autoRegistrationGroup connectedAt disconnectedAt workloadController',
  ),
  ...named(
    ['Pod'],
    '',
    'inject.istio.io/templates prometheus.istio.io/merge-metrics proxy.istio.io/config proxy.istio.io/overrides',
  ),
  ...named(
    ['Pod'],
    'sidecar.istio.io/',
    'agentLogLevel bootstrapOverride componentLogLevel extraStatTags logLevel nativeSidecar proxyCPU proxyCPULimit proxyImage proxyImageType proxyMemory proxyMemoryLimit statsCompression statsHistogramBuckets userVolume userVolumeMount',
  ),
  ...named(['Pod'], 'sidecar.istio.io/', 'enableCoreDump rewriteAppHTTPProbers', judgeTruth),
  ...named(['Pod'], 'sidecar.istio.io/', 'interceptionMode', judgeMode),
  ...named(
    ['Pod'],
    'readiness.status.sidecar.istio.io/',
    'failureThreshold initialDelaySeconds periodSeconds',
    judgeNumber,
  ),
  ...named(['Pod'], '', 'readiness.status.sidecar.istio.io/applicationPorts', judgePorts),
  ...named(['Pod'], '', 'status.sidecar.istio.io/port', judgeNumber),
  ...named(
    ['Pod'],
    'traffic.sidecar.istio.io/',
    'excludeInboundPorts excludeOutboundPorts includeInboundPorts includeOutboundPorts',
    judgePorts,
  ),
  ...named(
    ['Pod'],
    'traffic.sidecar.istio.io/',
    'excludeOutboundIPRanges includeOutboundIPRanges',
    judgeRanges,
  ),
  ...named(['Pod'], 'traffic.sidecar.istio.io/', 'excludeInterfaces'),
  ...deprecated(['Pod'], 'traffic.sidecar.istio.io/', 'kubevirtInterfaces'),
  ...deprecated(
    ['Pod'],
    'sidecar.istio.io/',
    'controlPlaneAuthPolicy discoveryAddress inject statsInclusionPrefixes statsInclusionRegexps statsInclusionSuffixes',
  ),
  ...deprecated(['Pod'], 'alpha.istio.io/', 'identity'),
  ...deprecated(
    ['Service'],
    'alpha.istio.io/',
    'canonical-serviceaccounts kubernetes-serviceaccounts',
  ),
]);

type Row = readonly [string, KnownAnnotation];

function named(
  on: readonly string[],
  prefix: string,
  names: string,
  judge?: KnownAnnotation['judge'],
): readonly Row[] {
  const known = { on, isDeprecated: false, ...(judge === undefined ? {} : { judge }) };
  return names.split(' ').map((name) => [`${prefix}${name}`, known]);
}

function deprecated(on: readonly string[], prefix: string, names: string): readonly Row[] {
  return names.split(' ').map((name) => [`${prefix}${name}`, { on, isDeprecated: true }]);
}

function judgeTruth(value: string): string | null {
  return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value)
    ? null
    : 'it is true or false';
}

function judgeMode(value: string): string | null {
  return ['REDIRECT', 'TPROXY', 'NONE'].includes(value) ? null : 'it is REDIRECT, TPROXY or NONE';
}

function judgeNumber(value: string): string | null {
  return /^\d{1,9}$/.test(value) ? null : 'it is a whole number';
}

function judgePorts(value: string): string | null {
  const isFine = ['', '*'].includes(value) || value.split(',').every(isPort);
  return isFine ? null : 'it is a list of ports, such as 80,443';
}

function isPort(text: string): boolean {
  return /^\s*\d{1,5}\s*$/.test(text) && Number(text) <= 65_535;
}

function judgeRanges(value: string): string | null {
  const isFine = ['', '*'].includes(value) || value.split(',').every(isRange);
  return isFine ? null : 'it is a list of ranges of addresses, such as 10.0.0.0/8';
}

function isRange(text: string): boolean {
  const [address = '', bits = '', ...rest] = text.trim().split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  if (address.includes(':')) return /^[\da-fA-F:.]+$/.test(address) && Number(bits) <= 128;
  const parts = address.split('.');
  const isAddress =
    parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
  return isAddress && Number(bits) <= 32;
}
