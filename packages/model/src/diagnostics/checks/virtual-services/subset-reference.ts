import { resolveHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Finding, Lookup, ResourceCheck } from '../../engine/check.ts';
import { findRegistryHost } from '../../facts/find-registry-host.ts';
import { listDestinations, type NamedDestination } from '../../facts/list-destinations.ts';
import {
  RULES_BY_HOST,
  RULES_BY_SERVICE,
  subsetHostKey,
  wildcardsOver,
} from '../../relations/destination-rules.ts';
import { REGISTRY_HOSTS } from '../../relations/registry-hosts.ts';

/**
 * A subset that a VirtualService names: has a DestinationRule of the host one of that name? As
 * Istio's virtualservice.DestinationRuleAnalyzer has it.
 */
export const subsetReference: ResourceCheck = {
  name: 'subset-reference',
  codes: ['IST0101'],
  about: ['VirtualService'],
  reads: [RULES_BY_SERVICE, RULES_BY_HOST, REGISTRY_HOSTS],
  run: (resource, lookup, report) => {
    const { details, namespace } = resource;
    if (details.type !== 'VirtualService') return;
    for (const destination of listDestinations(details)) {
      const { subset, host } = destination;
      if (subset === null) continue;
      const rules = lookup.find(
        RULES_BY_SERVICE,
        subsetHostKey(host, namespace, lookup.assumptions),
      );
      if (rules.some((rule) => hasSubset(rule, subset))) continue;
      report(missSubset(resource, { ...destination, subset }, rules, lookup));
    }
  },
};

function hasSubset({ details }: Resource, subset: string): boolean {
  return details.type === 'DestinationRule' && details.subsets.some(({ name }) => name === subset);
}

function missSubset(
  resource: Resource,
  destination: NamedDestination & { readonly subset: string },
  rules: readonly Resource[],
  lookup: Lookup,
): Finding {
  const { host, subset, isMirror, path } = destination;
  const { details, namespace } = resource;
  const finding: Finding = {
    code: 'IST0101',
    resource,
    path: [...path, 'subset'],
    message: `No DestinationRule for "${host}" has a subset "${subset}", so these requests get 503. Add the subset, or name one that is there.`,
    args: [`${isMirror ? 'mirror+subset' : 'host+subset'} in destinationrule`, `${host}+${subset}`],
    related: rules.slice(0, 20).map(({ id }) => ({
      resource: id,
      path: ['spec', 'subsets'],
      message: `subsets of "${host}" are here`,
    })),
    data: { reference: 'subset', host, subset },
  };
  if (rules.length > 0) return finding;
  const fqdn = resolveHost(host, namespace, lookup.assumptions);
  const wide = wildcardsOver(fqdn)
    .flatMap((wildcard) => lookup.find(RULES_BY_HOST, wildcard))
    .find((rule) => hasSubset(rule, subset));
  if (wide !== undefined)
    return {
      ...finding,
      severity: 'info',
      message: `The subset "${subset}" comes from the DestinationRule ${wide.namespace}/${wide.name}, whose host is a wildcard. It works, but istioctl analyze does not see it.`,
    };
  const exportTo = details.type === 'VirtualService' ? details.exportTo : null;
  if (findRegistryHost(lookup, { host, namespace, exportTo }) !== null) return finding;
  return {
    ...finding,
    certainty: 'unknown',
    message: `Neither "${host}" nor a DestinationRule for it is in this text, so whether there is a subset "${subset}" cannot be known. Without one these requests get 503.`,
  };
}
