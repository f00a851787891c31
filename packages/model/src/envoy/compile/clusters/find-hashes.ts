import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import {
  findRecord,
  integerField,
  isRecord,
  listField,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import { visibleServices } from '../world/visible-services.ts';
import type { World } from '../world/world.ts';
import { type DestinationPlace, weightedDestinations } from './destination-cluster.ts';
import { type EffectiveRule, effectiveRule } from './effective-rule.ts';
import { subsetPolicy } from './traffic-policy.ts';

const HASHES = 'consistentHash';

/**
 * By what requests keep their pod: the `consistentHash` of the DestinationRule of each destination
 * that has one (`HashForHTTPDestination`).
 */
export function findHashes(place: DestinationPlace, route: ValueRecord): readonly ValueRecord[] {
  if (!hasHashes(place.world)) return NONE;
  return weightedDestinations(route).flatMap(({ value }) => {
    const hash = hashOf(place, recordField(value, 'destination'));
    return hash === null ? [] : [hash];
  });
}

const NONE: readonly ValueRecord[] = [];

/** The subset's for the port, then the subset's, then the host's for the port, then the host's. */
function hashOf({ world, pods }: DestinationPlace, destination: ValueRecord): ValueRecord | null {
  const host = textField(destination, 'host') ?? '';
  const service = visibleServices(world, pods.namespace).get(host);
  if (service === undefined) return null;
  const rule = effectiveRule(world, host, service.namespace, pods);
  const port = integerField(recordField(destination, 'port'), 'number');
  const ofSubset = subsetPolicy(rule, textField(destination, 'subset') ?? '');
  for (const policy of [ofSubset, rule.trafficPolicy]) {
    const hash = portHash(policy, port) ?? ownHash(policy);
    if (hash !== null) return hash;
  }
  return null;
}

/**
 * Whether connections of one address keep their pod, by the rule of the first destination; of
 * several destinations no subset says it (`buildOutboundNetworkFilters`).
 */
export function connectionsKeepPods(
  { world, pods }: DestinationPlace,
  route: ValueRecord,
): boolean {
  if (!hasHashes(world)) return false;
  const items = listField(route, 'route').filter(isRecord);
  const destination = recordField(items[0] ?? {}, 'destination');
  const host = textField(destination, 'host') ?? '';
  const service = visibleServices(world, pods.namespace).get(host);
  if (service === undefined) return false;
  const rule = effectiveRule(world, host, service.namespace, pods);
  return keepsByAddress(rule, items.length === 1 ? textField(destination, 'subset') : null);
}

/** A subset that says how to choose pods says it alone (`maybeSetHashPolicy`). */
export function keepsByAddress(rule: EffectiveRule, subset: string | null): boolean {
  const own = findRecord(subsetPolicy(rule, subset ?? ''), 'loadBalancer');
  const hash = own === null ? ownHash(rule.trafficPolicy) : findRecord(own, HASHES);
  return hash?.useSourceIp === true;
}

function portHash(policy: ValueRecord, port: number | null): ValueRecord | null {
  if (port === null) return null;
  const own = listField(policy, 'portLevelSettings')
    .filter(isRecord)
    .find((setting) => integerField(recordField(setting, 'port'), 'number') === port);
  return own === undefined ? null : ownHash(own);
}

function ownHash(policy: ValueRecord): ValueRecord | null {
  return findRecord(recordField(policy, 'loadBalancer'), HASHES);
}

const known = new WeakMap<World, boolean>();

/** Most texts have none, and then no destination is looked up. */
function hasHashes(world: World): boolean {
  const before = known.get(world);
  if (before !== undefined) return before;
  const found = [...world.rulesAt.values()].some((rules) => rules.some(saysHash));
  known.set(world, found);
  return found;
}

function saysHash({ value }: ResourceOf<'DestinationRule'>): boolean {
  const spec = recordField(value, 'spec');
  return [spec, ...listField(spec, 'subsets')].filter(isRecord).some((part) => {
    const policy = recordField(part, 'trafficPolicy');
    const settings = [policy, ...listField(policy, 'portLevelSettings').filter(isRecord)];
    return settings.some((one) => ownHash(one) !== null);
  });
}
