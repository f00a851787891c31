import { findServiceName, resolveHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Finding, Lookup, ResourceCheck } from '../../engine/check.ts';
import {
  findGatewayHomes,
  type GatewayHome,
  READS_OF_HOMES,
} from '../../facts/find-gateway-homes.ts';
import { findHostAnywhere } from '../../facts/find-registry-host.ts';
import { fullName } from '../../facts/full-name.ts';
import { listDestinations, type NamedDestination } from '../../facts/list-destinations.ts';
import { RULES_BY_HOST } from '../../relations/destination-rules.ts';
import { REGISTRY_HOSTS, scopesOf } from '../../relations/registry-hosts.ts';

/**
 * Do the pods of a Gateway see what its routes lead to? A Service or ServiceEntry has to be
 * exported to their namespace; a DestinationRule too, and it has to stand there, beside the
 * Service, or in Istio's own namespace.
 */
export const hiddenDestination: ResourceCheck = {
  name: 'hidden-destination',
  codes: ['PTL251', 'PTL252'],
  about: ['VirtualService'],
  reads: [...READS_OF_HOMES, REGISTRY_HOSTS, RULES_BY_HOST],
  run: (resource, lookup, report) => {
    if (resource.details.type !== 'VirtualService') return;
    const homes = findGatewayHomes(resource, lookup);
    if (homes.length === 0) return;
    for (const destination of listDestinations(resource.details)) {
      const fqdn = resolveHost(destination.host, resource.namespace, lookup.assumptions);
      for (const home of homes) {
        const finding =
          judgeHost(destination, fqdn, home, lookup) ??
          judgeSubset(destination, fqdn, home, lookup);
        if (finding !== null) report({ ...finding, resource });
      }
    }
  },
};

type Verdict = Omit<Finding, 'resource'>;

function sees(home: GatewayHome, scopes: readonly string[]): boolean {
  return scopes.includes('*') || home.namespaces.some((namespace) => scopes.includes(namespace));
}

function judgeHost(
  { host, path }: NamedDestination,
  fqdn: string,
  home: GatewayHome,
  lookup: Lookup,
): Verdict | null {
  const holders = findHostAnywhere(lookup, fqdn);
  const [hidden] = holders;
  if (hidden === undefined) return null;
  const isSeen = ['*', ...home.namespaces].some(
    (scope) => lookup.find(REGISTRY_HOSTS, `${scope} ${fqdn}`).length > 0,
  );
  if (isSeen) return null;
  return {
    code: 'PTL251',
    path: [...path, 'host'],
    ...certaintyOf(home),
    message: `${whoCannot(home)} does not see the ${hidden.kind} ${fullName(hidden)} behind "${host}", because that is not exported to it: requests get 503. Add "${home.namespaces[0]}" to its exportTo.`,
    related: [{ resource: hidden.id, path: ['metadata', 'name'], message: 'not exported there' }],
    data: { host, namespaces: home.namespaces, assumption: home.isKnown ? null : 'gateways' },
  };
}

function judgeSubset(
  { host, subset, path }: NamedDestination,
  fqdn: string,
  home: GatewayHome,
  lookup: Lookup,
): Verdict | null {
  if (subset === null) return null;
  const rules = lookup
    .find(RULES_BY_HOST, fqdn)
    .filter(
      ({ details }) =>
        details.type === 'DestinationRule' && details.subsets.some(({ name }) => name === subset),
    );
  const [hidden] = rules;
  if (hidden === undefined) return null;
  const service = findServiceName(fqdn, lookup.assumptions);
  const beside = service?.namespace ?? findHostAnywhere(lookup, fqdn)[0]?.namespace;
  const places = [...home.namespaces, ROOT, ...(beside === undefined ? [] : [beside])];
  const counts = rules.some((rule) => places.includes(rule.namespace) && isExported(rule, home));
  if (counts || beside === undefined) return null;
  const isThere = places.includes(hidden.namespace);
  return {
    code: 'PTL252',
    path: [...path, 'subset'],
    ...certaintyOf(home),
    message: `${whoCannot(home)} does not see the subset "${subset}" of "${host}": the DestinationRule ${fullName(hidden)} ${isThere ? 'is not exported to it' : `is neither there nor beside the Service`}, so requests get 503. ${isThere ? `Add "${home.namespaces[0]}" to its exportTo` : `Move it to the namespace ${beside}`}.`,
    related: [{ resource: hidden.id, path: ['metadata', 'name'], message: 'has the subset' }],
    data: {
      ...{ host, subset, rule: hidden.id, assumption: home.isKnown ? null : 'gateways' },
      // Elsewhere an export would not help.
      ...(isThere ? { namespaces: home.namespaces } : {}),
    },
  };
}

/** Where rules count for every namespace. */
const ROOT = 'istio-system';

function isExported({ details, namespace }: Resource, home: GatewayHome): boolean {
  if (details.type !== 'DestinationRule') return false;
  return home.namespaces.includes(namespace) || sees(home, scopesOf(details.exportTo, namespace));
}

function certaintyOf({ isKnown }: GatewayHome): Pick<Finding, 'certainty' | 'severity'> {
  return { certainty: isKnown ? 'wrong' : 'unknown', severity: 'warning' };
}

function whoCannot({ gateway, namespaces, isKnown }: GatewayHome): string {
  return `The Gateway ${fullName(gateway)}, whose pods run in the namespace ${namespaces.join(', ')}${isKnown ? '' : ' (assumption: gateways)'},`;
}
