import type { AssumedGateway } from '../resources/assumptions.ts';
import { matchesSelector } from '../resources/match-selector.ts';
import type { Labels } from '../resources/resource.ts';
import { type GraphLookup, isOf, pickType, type ResourceOf } from './graph-lookup.ts';
import { ANY_ISTIO_PAIR, ISTIO_LABEL, inNamespace, pairsOf } from './provided-slots.ts';

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
  const workloads = pickType(lookup.findFewestProviders('label', pairs), 'Workload').filter(
    ({ details }) => matchesSelector(selector, details.podLabels),
  );
  const assumed = lookup.assumptions.gateways.filter(({ labels }) =>
    matchesSelector(selector, labels),
  );
  const services = new Set<ResourceOf<'Service'>>();
  for (const { resource } of lookup.findFewestProviders('selector', pairs)) {
    if (isOf(resource, 'Service') && asksForAll(resource, selector)) services.add(resource);
  }
  for (const { namespace, details } of workloads)
    addServicesOf(lookup, namespace, details.podLabels, services);
  for (const { namespace, labels } of assumed) addServicesOf(lookup, namespace, labels, services);
  return { workloads, assumed, services: [...services] };
}

function asksForAll({ details }: ResourceOf<'Service'>, selector: Labels | null): boolean {
  if (details.selector === null) return false;
  if (selector === null) return Object.hasOwn(details.selector, ISTIO_LABEL);
  return matchesSelector(selector, details.selector);
}

/** A Service that selects the pods asks for a pair of theirs first. */
function addServicesOf(
  lookup: GraphLookup,
  namespace: string,
  podLabels: Labels,
  services: Set<ResourceOf<'Service'>>,
): void {
  for (const pair of pairsOf(podLabels)) {
    for (const { resource } of lookup.findProviders('first-pair', inNamespace(namespace, pair))) {
      if (isOf(resource, 'Service') && matchesSelector(resource.details.selector, podLabels))
        services.add(resource);
    }
  }
}
