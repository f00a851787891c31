import type { AssumedGateway } from '../resources/assumptions.ts';
import { matchesSelector } from '../resources/match-selector.ts';
import type { Labels } from '../resources/resource.ts';
import {
  ANY_ISTIO_PAIR,
  firstPairKeysOf,
  ISTIO_LABEL,
  labelKey,
  pairsOf,
  selectorKey,
} from './graph-keys.ts';
import { type GraphLookup, isOf, type ResourceOf } from './graph-lookup.ts';

/** What runs a Gateway, and what stands in front of it. */
export interface GatewayWorkloads {
  readonly workloads: readonly ResourceOf<'Workload'>[];
  /** Assumed gateways whose pods the selector picks, whether or not the text has others. */
  readonly assumed: readonly AssumedGateway[];
  /** Services of the text in front of these pods. */
  readonly services: readonly ResourceOf<'Service'>[];
}

/**
 * Finds what a Gateway's selector picks. A Service is in front of it for certain when its own
 * selector asks for all that the Gateway's does; else when both pick a workload of the text, or an
 * assumed gateway. A Gateway without selector applies to every gateway pod: those are taken to be
 * the assumed ones and what has the label `istio`.
 */
export function findGatewayWorkloads(
  lookup: GraphLookup,
  selector: Labels | null,
): GatewayWorkloads {
  const pairs = selector === null ? [ANY_ISTIO_PAIR] : pairsOf(selector);
  const workloads = lookup
    .findFewestProviders(pairs.map(labelKey))
    .filter((resource) => isOf(resource, 'Workload'))
    .filter(({ details }) => matchesSelector(selector, details.podLabels));
  const assumed = lookup.assumptions.gateways.filter(({ labels }) =>
    matchesSelector(selector, labels),
  );
  const services = new Set<ResourceOf<'Service'>>();
  for (const service of lookup.findFewestProviders(pairs.map(selectorKey))) {
    if (isOf(service, 'Service') && asksForAll(service, selector)) services.add(service);
  }
  for (const workload of workloads) {
    const { podLabels } = workload.details;
    const keys = firstPairKeysOf(workload, workload.namespace, podLabels);
    addServicesOf(lookup, keys, podLabels, services);
  }
  for (const gateway of assumed) {
    const keys = firstPairKeysOf(gateway, gateway.namespace, gateway.labels);
    addServicesOf(lookup, keys, gateway.labels, services);
  }
  return { workloads, assumed, services: [...services] };
}

function asksForAll({ details }: ResourceOf<'Service'>, selector: Labels | null): boolean {
  if (details.selector === null) return false;
  if (selector === null) return Object.hasOwn(details.selector, ISTIO_LABEL);
  return matchesSelector(selector, details.selector);
}

function addServicesOf(
  lookup: GraphLookup,
  keys: readonly string[],
  podLabels: Labels,
  services: Set<ResourceOf<'Service'>>,
): void {
  for (const key of keys) {
    for (const service of lookup.findProviders(key)) {
      if (isOf(service, 'Service') && matchesSelector(service.details.selector, podLabels))
        services.add(service);
    }
  }
}
