import type { Assumptions } from '../resources/assumptions.ts';
import { isWildcard, resolveHost, serviceHost } from '../resources/host-name.ts';
import type { Labels, Resource, ResourceId } from '../resources/resource.ts';

// Keys by which resources find each other. A resource that looks something up under a key is
// linked again when any resource that provides the key comes, goes or changes.

/** The resource with this id: the id itself, which saves making a string for each lookup. */
export const idKey = (id: ResourceId): string => id;
/** Which node stands for this Service: LoadBalancer or Service. */
export const nodeKindKey = (id: ResourceId): string => `n${id}`;
/** Services and ServiceEntries that are this host. */
export const hostKey = (host: string): string => `h${host}`;
/** ServiceEntries of the wildcard host that ends so. */
export const wildcardHostKey = (suffix: string): string => `H${suffix}`;
/** DestinationRules for exactly this host. */
export const ruleKey = (host: string): string => `d${host}`;
/** DestinationRules for the wildcard host that ends so. */
export const wildcardRuleKey = (suffix: string): string => `D${suffix}`;
/** Services of any namespace whose selector has this pair. */
export const selectorKey = (pair: string): string => `s${pair}`;
/** Services of this namespace whose selector, sorted, begins with this pair. */
export const firstPairKey = (namespace: string, pair: string): string => `f${namespace}/${pair}`;
/** Workloads of any namespace that have this label. */
export const labelKey = (pair: string): string => `l${pair}`;
/** Workloads of this namespace that have this label. */
export const namespaceLabelKey = (namespace: string, pair: string): string =>
  `L${namespace}/${pair}`;

/** Gateways of any namespace with this name. */
export const gatewayNameKey = (name: string): string => `g${name}`;

/** Istio's own label: what has it, or selects by it, is part of Istio; so are gateways. */
export const ISTIO_LABEL = 'istio';
/** Stands for any value of the istio label. */
export const ANY_ISTIO_PAIR = `${ISTIO_LABEL}=`;

/** The labels as `key=value`, sorted. */
export function pairsOf(labels: Labels): readonly string[] {
  const keys = Object.keys(labels);
  if (keys.length > 1) keys.sort();
  return keys.map((key) => `${key}=${labels[key]}`);
}

const knownFirstPairKeys = new WeakMap<object, readonly string[]>();

/** The keys of all Services that may select these pods; kept with their `owner`. */
export function firstPairKeysOf(
  owner: object,
  namespace: string,
  podLabels: Labels,
): readonly string[] {
  const known = knownFirstPairKeys.get(owner);
  if (known !== undefined) return known;
  const keys = pairsOf(podLabels).map((pair) => firstPairKey(namespace, pair));
  knownFirstPairKeys.set(owner, keys);
  return keys;
}

const NO_KEYS: readonly string[] = Object.freeze([]);

/** The keys under which others find this resource. */
export function providedKeys(resource: Resource, assumptions: Assumptions): readonly string[] {
  const { details, namespace } = resource;
  switch (details.type) {
    case 'Service': {
      const keys = [hostKey(serviceHost(resource.name, namespace, assumptions))];
      if (details.selector === null) return keys;
      const pairs = pairsOf(details.selector);
      for (const pair of pairs) keys.push(selectorKey(pair));
      if (Object.hasOwn(details.selector, ISTIO_LABEL)) keys.push(selectorKey(ANY_ISTIO_PAIR));
      keys.push(firstPairKey(namespace, pairs[0] ?? ''));
      return keys;
    }
    case 'Gateway':
      return [gatewayNameKey(resource.name)];
    case 'ServiceEntry':
      return [...new Set(details.hosts)].map((host) =>
        isWildcard(host) ? wildcardHostKey(host.slice(1)) : hostKey(host),
      );
    case 'DestinationRule': {
      const host = resolveHost(details.host, namespace, assumptions);
      return [isWildcard(host) ? wildcardRuleKey(host.slice(1)) : ruleKey(host)];
    }
    case 'Workload': {
      const keys: string[] = [];
      for (const pair of pairsOf(details.podLabels))
        keys.push(labelKey(pair), namespaceLabelKey(namespace, pair));
      if (Object.hasOwn(details.podLabels, ISTIO_LABEL)) keys.push(labelKey(ANY_ISTIO_PAIR));
      return keys;
    }
    default:
      return NO_KEYS;
  }
}
