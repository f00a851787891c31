import {
  fieldOf,
  findRecord,
  integerField,
  numberField,
  recordField,
  textField,
  type ValueRecord,
} from '../../resources/tolerant-value.ts';
import type { ClusterConfig } from '../cluster-config.ts';
import { dumpDuration } from './dump-duration.ts';
import { type JsonObject, optional } from './json-value.ts';

/** Who of the endpoints gets a request, and who is left out for a while (`applyLoadBalancer`, `applyOutlierDetection`). */
export function dumpLoadBalancing(config: ClusterConfig): JsonObject {
  const { policy, discovery, prefersNearEndpoints } = config;
  const balancer = recordField(policy, 'loadBalancer');
  const detection = findRecord(policy, 'outlierDetection');
  return {
    ...(discovery === 'ORIGINAL_DST' ? { lb_policy: 'CLUSTER_PROVIDED' } : choose(balancer)),
    ...(detection === null ? {} : { outlier_detection: dumpOutliers(detection) }),
    common_lb_config: {
      // Whoever prefers near endpoints has to see that they are ill before it goes farther.
      healthy_panic_threshold: prefersNearEndpoints ? {} : percent(detection, 'minHealthPercent'),
      ...(weighsZones(config, detection !== null) ? { locality_weighted_lb_config: {} } : {}),
    },
  };
}

/** 0 is left out, as protobuf leaves it out. */
function percent(record: ValueRecord | null, field: string): JsonObject {
  const value = record === null ? 0 : (integerField(record, field) ?? 0);
  return value > 0 ? { value } : {};
}

function choose(balancer: ValueRecord): JsonObject {
  const hash = findRecord(balancer, 'consistentHash');
  const simple = textField(balancer, 'simple') ?? '';
  const warmup = dumpWarmup(balancer);
  if (hash !== null) return chooseByHash(hash, warmup);
  switch (simple) {
    case 'RANDOM':
      return { lb_policy: 'RANDOM' };
    case 'ROUND_ROBIN':
      // Envoy's default, which protobuf leaves out.
      return optional('round_robin_lb_config', warmup);
    default:
      return { lb_policy: 'LEAST_REQUEST', ...optional('least_request_lb_config', warmup) };
  }
}

const USUAL_RING = 1024;

function chooseByHash(hash: ValueRecord, warmup: JsonObject | undefined): JsonObject {
  const maglev = findRecord(hash, 'maglev');
  const ring = findRecord(hash, 'ringHash');
  const size = integerField(
    maglev ?? ring ?? hash,
    maglev === null ? 'minimumRingSize' : 'tableSize',
  );
  const written = size === null || size <= 0 ? null : size;
  const lb_policy = maglev === null ? 'RING_HASH' : 'MAGLEV';
  const isPlain = maglev === null && ring === null;
  if (written === null && !isPlain)
    return { lb_policy, ...optional('least_request_lb_config', warmup) };
  const text = String(written ?? USUAL_RING);
  return maglev === null
    ? { lb_policy, ring_hash_lb_config: { minimum_ring_size: text } }
    : { lb_policy, maglev_lb_config: { table_size: text } };
}

/** How new endpoints get their part bit by bit (`setWarmup`). */
function dumpWarmup(balancer: ValueRecord): JsonObject | undefined {
  const warmup = findRecord(balancer, 'warmup');
  if (warmup === null) {
    const former = textField(balancer, 'warmupDurationSecs');
    return former === null
      ? undefined
      : { slow_start_config: { slow_start_window: dumpDuration(former) } };
  }
  const duration = textField(warmup, 'duration');
  const least = numberField(warmup, 'minimumPercent') ?? 10;
  const aggression = numberField(warmup, 'aggression') ?? 1;
  return {
    slow_start_config: {
      ...optional('slow_start_window', duration === null ? undefined : dumpDuration(duration)),
      aggression: {
        ...optional('default_value', aggression === 0 ? undefined : aggression),
        runtime_key: '(',
      },
      min_weight_percent: least === 0 ? {} : { value: least },
    },
  };
}

/** Whether the parts of zones count (`LocalityLBSettings.ApplyToCluster`). */
function weighsZones(
  { policy, prefersNearEndpoints }: ClusterConfig,
  findsOutliers: boolean,
): boolean {
  const setting = findRecord(recordField(policy, 'loadBalancer'), 'localityLbSetting');
  if (setting === null) return prefersNearEndpoints;
  if (fieldOf(setting, 'enabled') === false) return false;
  const isThere = (field: string): boolean => Array.isArray(fieldOf(setting, field));
  return (
    isThere('distribute') || (findsOutliers && (isThere('failover') || isThere('failoverPriority')))
  );
}

function dumpOutliers(detection: ValueRecord): JsonObject {
  const duration = (field: string): string | undefined => {
    const written = textField(detection, field);
    return written === null ? undefined : dumpDuration(written);
  };
  const most = integerField(detection, 'maxEjectionPercent') ?? 0;
  return {
    ...count(detection, 'consecutive5xxErrors', 'consecutive_5xx'),
    ...optional('interval', duration('interval')),
    ...optional('base_ejection_time', duration('baseEjectionTime')),
    ...optional('max_ejection_percent', most > 0 ? most : undefined),
    enforcing_success_rate: 0,
    ...count(detection, 'consecutiveGatewayErrors', 'consecutive_gateway_failure'),
    ...dumpLocalErrors(detection),
  };
}

/** How many errors put an endpoint out; 0: none do. */
function count(detection: ValueRecord, field: string, name: string): JsonObject {
  const value = integerField(detection, field);
  return value === null ? {} : { [name]: value, [`enforcing_${name}`]: value > 0 ? 100 : 0 };
}

function dumpLocalErrors(detection: ValueRecord): JsonObject {
  if (fieldOf(detection, 'splitExternalLocalOriginErrors') !== true) return {};
  const most = integerField(detection, 'consecutiveLocalOriginFailures') ?? 0;
  return {
    split_external_local_origin_errors: true,
    ...(most > 0
      ? count(detection, 'consecutiveLocalOriginFailures', 'consecutive_local_origin_failure')
      : {}),
    enforcing_local_origin_success_rate: 0,
  };
}
