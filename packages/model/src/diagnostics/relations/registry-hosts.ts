import { isWildcard, serviceHost, wildcardSuffixes } from '../../resources/host-name.ts';
import type { Resource } from '../../resources/resource.ts';
import { recordField, textField } from '../../resources/tolerant-value.ts';
import type { Relation } from '../engine/relation.ts';

/** Stands for every namespace, in a scope of `exportTo`. */
export const PUBLIC = '*';

/** The scope in which every host is, whatever `exportTo` says; no namespace is called so. */
export const ANYWHERE = '?';

/** Stands for wildcards such as `*example.com`, which cover parts of a name. */
export const ODD_WILDCARD = '*?';

/**
 * Services and ServiceEntries by their hosts, as `scope host`: the scope is `*` for what all
 * namespaces see, the namespace for what some see, and `?` for all hosts, seen or not.
 */
export const REGISTRY_HOSTS: Relation = {
  name: 'registry-hosts',
  kinds: ['Service', 'ServiceEntry'],
  keysOf: (resource, assumptions) => {
    const { namespace, name, details } = resource;
    if (details.type === 'Service') {
      const host = serviceHost(name, namespace, assumptions);
      return inScopes([host], scopesOf(exportsOfService(resource), namespace));
    }
    if (details.type !== 'ServiceEntry') return [];
    return inScopes(details.hosts, scopesOf(details.exportTo, namespace));
  },
};

/** The scopes of an `exportTo`: `*`, or the namespaces, each once. */
export function scopesOf(exportTo: readonly string[] | null, namespace: string): readonly string[] {
  if (exportTo === null || exportTo.includes(PUBLIC)) return [PUBLIC];
  return [...new Set(exportTo.map((entry) => (entry === '.' ? namespace : entry)))];
}

function exportsOfService({ value }: Resource): readonly string[] | null {
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  const written = textField(annotations, 'networking.istio.io/exportTo');
  return written === null ? null : written.split(',').map((entry) => entry.trim());
}

function inScopes(hosts: readonly string[], scopes: readonly string[]): readonly string[] {
  return [...scopes, ANYWHERE].flatMap((scope) =>
    hosts.flatMap((host) => {
      const isOdd = isWildcard(host) && host.length > 1 && host[1] !== '.';
      return isOdd ? [`${scope} ${host}`, `${scope} ${ODD_WILDCARD}`] : [`${scope} ${host}`];
    }),
  );
}

/** Services and ServiceEntries by what wildcards that cover their hosts have after the `*`. */
export const REGISTRY_HOSTS_UNDER: Relation = {
  name: 'registry-hosts-under',
  kinds: ['Service', 'ServiceEntry'],
  keysOf: ({ namespace, name, details }, assumptions) => {
    if (details.type === 'Service') return suffixesOf(serviceHost(name, namespace, assumptions));
    if (details.type !== 'ServiceEntry') return [];
    return [...new Set(details.hosts.flatMap(suffixesOf))];
  },
};

/** What wildcards that cover the host have after their `*`. */
export function suffixesOf(host: string): readonly string[] {
  if (!isWildcard(host)) return wildcardSuffixes(host);
  const tail = host.slice(1);
  return tail === '' ? [''] : [tail, ...wildcardSuffixes(tail)];
}
