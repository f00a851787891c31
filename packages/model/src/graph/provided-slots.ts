import type { Assumptions } from '../resources/assumptions.ts';
import { isWildcard, resolveHost, serviceHost } from '../resources/host-name.ts';
import type { Labels, Resource } from '../resources/resource.ts';
import { getSlot, NO_SLOTS, type Relation, type Slot, type Slots } from './slot.ts';

/** Istio's own label: what has it, or selects by it, is part of Istio; so are gateways. */
export const ISTIO_LABEL = 'istio';
/** Stands for any value of the istio label; no pair is without `=`. */
export const ANY_ISTIO_PAIR = ISTIO_LABEL;

/** The labels as `key=value`, sorted. */
export function pairsOf(labels: Labels): readonly string[] {
  const keys = Object.keys(labels);
  if (keys.length > 1) keys.sort();
  return keys.map((key) => `${key}=${labels[key]}`);
}

/** A pair in the slots of one namespace. */
export function inNamespace(namespace: string, pair: string): string {
  return `${namespace}/${pair}`;
}

/** The slots in which others find this resource. */
export function providedSlots(
  slots: Slots,
  resource: Resource,
  assumptions: Assumptions,
): readonly Slot[] {
  const { details, namespace, name } = resource;
  const slot = (relation: Relation, key: string) => getSlot(slots, relation, key);
  switch (details.type) {
    case 'Service': {
      const own = [slot('host', serviceHost(name, namespace, assumptions))];
      if (details.selector === null) return own;
      const pairs = pairsOf(details.selector);
      for (const pair of pairs) own.push(slot('selector', pair));
      if (Object.hasOwn(details.selector, ISTIO_LABEL)) own.push(slot('selector', ANY_ISTIO_PAIR));
      own.push(slot('first-pair', inNamespace(namespace, pairs[0] ?? '')));
      return own;
    }
    case 'Gateway':
      return [slot('gateway-name', name)];
    case 'ServiceEntry':
      return [...new Set(details.hosts)].map((host) =>
        isWildcard(host) ? slot('wildcard-host', host.slice(1)) : slot('host', host),
      );
    case 'DestinationRule': {
      const host = resolveHost(details.host, namespace, assumptions);
      return [isWildcard(host) ? slot('wildcard-rule', host.slice(1)) : slot('rule', host)];
    }
    case 'Workload': {
      const own: Slot[] = [];
      for (const pair of pairsOf(details.podLabels))
        own.push(slot('label', pair), slot('namespace-label', inNamespace(namespace, pair)));
      if (Object.hasOwn(details.podLabels, ISTIO_LABEL)) own.push(slot('label', ANY_ISTIO_PAIR));
      return own;
    }
    default:
      return NO_SLOTS;
  }
}
