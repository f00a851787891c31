import type { Assumptions } from '../../resources/assumptions.ts';
import {
  findServiceName,
  isWildcard,
  resolveHost,
  wildcardSuffixes,
} from '../../resources/host-name.ts';
import type { Relation } from '../engine/relation.ts';

/** DestinationRules by the Service that their host means to Istio's analyzers: see `subsetHostKey`. */
export const RULES_BY_SERVICE: Relation = {
  name: 'rules-by-service',
  kinds: ['DestinationRule'],
  keysOf: ({ details, namespace }, assumptions) =>
    details.type === 'DestinationRule' ? [subsetHostKey(details.host, namespace, assumptions)] : [],
};

/** DestinationRules by their whole host, wildcards too: `reviews.shop.svc.cluster.local`, `*.local`. */
export const RULES_BY_HOST: Relation = {
  name: 'rules-by-host',
  kinds: ['DestinationRule'],
  keysOf: ({ details, namespace }, assumptions) =>
    details.type === 'DestinationRule' ? [resolveHost(details.host, namespace, assumptions)] : [],
};

/** `namespace/name` of a whole Service name, else the host as it is in the namespace where it is named. */
export function subsetHostKey(host: string, namespace: string, assumptions: Assumptions): string {
  const service = findServiceName(host, assumptions);
  return service === null ? `${namespace}/${host}` : `${service.namespace}/${service.name}`;
}

/** The wildcards that cover a host, the longest first, without itself. */
export function wildcardsOver(host: string): readonly string[] {
  return wildcardSuffixes(isWildcard(host) ? host.slice(1) : host)
    .map((suffix) => `*${suffix}`)
    .filter((wildcard) => wildcard !== host);
}
