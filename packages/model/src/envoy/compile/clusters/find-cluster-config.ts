import type { FieldOrigin } from '../../../graph/topology.ts';
import { findServiceName } from '../../../resources/host-name.ts';
import { recordField, textField, type ValueRecord } from '../../../resources/tolerant-value.ts';
import type { ClusterConfig } from '../../cluster-config.ts';
import type { WeightedCluster } from '../../gateway-config.ts';
import type { RegistryPort, RegistryService } from '../world/registry-service.ts';
import { discoveryOf, visibleServices } from '../world/visible-services.ts';
import type { World } from '../world/world.ts';
import { type EffectiveRule, effectiveRule, type RulePods } from './effective-rule.ts';
import { isAlias, isTcpPort, whyAssumed } from './find-cluster.ts';
import { findEndpoints } from './find-endpoints.ts';
import { identitiesOf } from './identities.ts';
import { findsMutualTls, isExternal } from './mutual-tls.ts';
import { namedEndpoints } from './named-endpoints.ts';
import { speaksHttp2 } from './speaks-http2.ts';
import { subsetPolicy, trafficPolicy } from './traffic-policy.ts';

type ClusterKey = Pick<WeightedCluster, 'host' | 'port' | 'subset'>;

/**
 * What istiod sends the gateway of a cluster; null where it sends no such cluster
 * (`buildOutboundClusters`). A host that is assumed is taken for a Service.
 */
export function findClusterConfig(
  world: World,
  cluster: ClusterKey,
  pods: RulePods,
): ClusterConfig | null {
  const { host, subset } = cluster;
  const service = visibleServices(world, pods.namespace).get(host);
  if (service === undefined) return assumedConfig(world, cluster, pods);
  const port = service.ports.find((one) => isTcpPort(one, cluster.port));
  if (isAlias(service) || port === undefined) return null;
  const rule = effectiveRule(world, host, service.namespace, pods);
  return subset === null || rule.subsets.has(subset)
    ? buildConfig(world, { service, port, rule, subset }, pods)
    : null;
}

interface ClusterParts {
  readonly service: RegistryService;
  readonly port: RegistryPort;
  readonly rule: EffectiveRule;
  readonly subset: string | null;
}

function buildConfig(world: World, parts: ClusterParts, pods: RulePods): ClusterConfig | null {
  const { service, port, rule, subset } = parts;
  const { source, host, namespace } = service;
  const entry = source.kind === 'ServiceEntry' ? source.resource : null;
  const discovery = discoveryOf(service);
  const endpoints = discovery === 'EDS' ? [] : endpointsOf(parts);
  // A cluster that looks up nothing is none.
  if (discovery !== 'EDS' && endpoints?.length === 0) return null;
  const named = subset === null ? null : (rule.subsets.get(subset) ?? null);
  const behind = findEndpoints(world, { service, port, subset: named }, pods.namespace);
  const written = subset === null ? rule.trafficPolicy : subsetPolicy(rule, subset);
  return {
    discovery: isAsItCame(parts) ? 'ORIGINAL_DST' : discovery,
    service: { host, name: nameOf(service), namespace },
    isOfServiceEntry: entry !== null,
    isExternal: entry !== null && isExternal(entry),
    isHttp2: speaksHttp2(service, port),
    prefersNearEndpoints: source.kind === 'Service' && prefersNear(source.resource.value),
    policy: trafficPolicy(rule, port.number, subset),
    rule: rule.rules[0] ?? null,
    findsMutualTls: findsMutualTls(world, service, behind, isPassedThrough(written)),
    identities: identitiesOf(service, behind),
    endpoints,
    origins: originsOf(rule, subset),
  };
}

function endpointsOf({ service, port, rule, subset }: ClusterParts): ClusterConfig['endpoints'] {
  const { source, host } = service;
  const labels = subset === null ? {} : (rule.subsets.get(subset)?.subset.labels ?? {});
  return source.kind === 'ServiceEntry' ? namedEndpoints(source.resource, host, port, labels) : [];
}

/** A subset goes where its host goes, and where it says so itself for any port. */
function isAsItCame({ rule, port, subset }: ClusterParts): boolean {
  const policies = [trafficPolicy(rule, port.number, subset)];
  if (subset !== null)
    policies.push(trafficPolicy(rule, port.number, null), subsetPolicy(rule, subset));
  return policies.some(isPassedThrough);
}

/** Whether requests go where they were meant for anyway, and nobody chooses among the pods. */
function isPassedThrough(policy: ValueRecord): boolean {
  return textField(recordField(policy, 'loadBalancer'), 'simple') === 'PASSTHROUGH';
}

/** As istiod names it beside the host: a host of a ServiceEntry by itself. */
function nameOf({ source, host }: RegistryService): string {
  switch (source.kind) {
    case 'Service':
      return source.resource.name;
    case 'ServiceEntry':
      return host;
    case 'assumed':
      return source.gateway.name;
  }
}

/** Whether the Service wants requests to stay in their zone or on their node (`GetTrafficDistribution`). */
function prefersNear(value: ValueRecord): boolean {
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  const written = textField(recordField(value, 'spec'), 'trafficDistribution') ?? '';
  const noted = textField(annotations, 'networking.istio.io/traffic-distribution') ?? '';
  return (
    ['PreferClose', 'PreferSameZone', 'PreferSameNode'].includes(written) ||
    ['preferclose', 'prefersamezone', 'prefersamenode'].includes(noted.toLowerCase())
  );
}

function originsOf({ rules, subsets }: EffectiveRule, subset: string | null): FieldOrigin[] {
  const named = subset === null ? undefined : subsets.get(subset);
  const ofRules = rules.map(({ id }) => ({ resourceId: id, path: ['spec', 'trafficPolicy'] }));
  return named === undefined
    ? ofRules
    : [{ resourceId: named.rule.id, path: ['spec', 'subsets', named.subset.index] }, ...ofRules];
}

function assumedConfig(
  world: World,
  { host, port, subset }: ClusterKey,
  pods: RulePods,
): ClusterConfig | null {
  if (whyAssumed(world, host) === null) return null;
  const named = findServiceName(host, world.assumptions);
  const rule = effectiveRule(world, host, named?.namespace ?? null, pods);
  return {
    discovery: 'EDS',
    service: { host, name: named?.name ?? host, namespace: named?.namespace ?? '' },
    isOfServiceEntry: named === null,
    isExternal: named === null,
    isHttp2: false,
    prefersNearEndpoints: false,
    policy: trafficPolicy(rule, port, subset),
    rule: rule.rules[0] ?? null,
    findsMutualTls: named !== null,
    identities: [],
    endpoints: [],
    origins: originsOf(rule, subset),
  };
}
