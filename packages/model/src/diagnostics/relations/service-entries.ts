import type { Resource } from '../../resources/resource.ts';
import type { Relation } from '../engine/relation.ts';
import { scopesOf } from './registry-hosts.ts';

/** A port of a host, and who sees it: a namespace, or `*` for all. */
export interface EntryPort {
  readonly scope: string;
  readonly host: string;
  readonly port: number;
}

/** ServiceEntries by the ports of their hosts, as `scope host port`. */
export const ENTRY_PORTS: Relation = {
  name: 'entry-ports',
  kinds: ['ServiceEntry'],
  keysOf: (resource) => entryPortsOf(resource).map(entryPortKey),
};

/** The ports of the hosts of a ServiceEntry, in each scope. */
export function entryPortsOf({ details, namespace }: Resource): readonly EntryPort[] {
  if (details.type !== 'ServiceEntry') return [];
  const numbers = details.ports.flatMap(({ number }) => (number === null ? [] : [number]));
  return scopesOf(details.exportTo, namespace).flatMap((scope) =>
    details.hosts.flatMap((host) => numbers.map((port) => ({ scope, host, port }))),
  );
}

/** The key of a port of a host. */
export function entryPortKey({ scope, host, port }: EntryPort): string {
  return `${scope} ${host} ${port}`;
}
