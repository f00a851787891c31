import type { Resource } from '../../../resources/resource.ts';
import type { Finding, GroupCheck, Lookup, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import { PUBLIC } from '../../relations/registry-hosts.ts';
import {
  ENTRY_PORTS,
  type EntryPort,
  entryPortKey,
  entryPortsOf,
} from '../../relations/service-entries.ts';

/**
 * ServiceEntries with one port of one host: with different protocols, as Istio's
 * serviceentry.ConflictingServiceEntryProtocolAnalyzer has it, or twice with the same, as Kiali has it.
 */
export const sameEntryPort: GroupCheck = {
  name: 'same-entry-port',
  codes: ['IST0177', 'KIA1211'],
  about: ENTRY_PORTS,
  reads: [ENTRY_PORTS],
  runGroup: ({ key, resources }, lookup, report) => {
    for (const finding of compareEntries(readKey(key), resources, lookup)) report(finding);
  },
};

/** The same for a port that some namespaces see in one ServiceEntry, and all in another. */
export const privateEntryPort: ResourceCheck = {
  name: 'private-entry-port',
  codes: ['IST0177', 'KIA1211'],
  about: ['ServiceEntry'],
  reads: [ENTRY_PORTS],
  run: (resource, lookup, report) => {
    for (const place of entryPortsOf(resource)) {
      if (place.scope === PUBLIC) continue;
      const own = lookup.find(ENTRY_PORTS, entryPortKey(place));
      if (own.length === 1)
        for (const finding of compareEntries(place, own, lookup)) report(finding);
    }
  },
};

function readKey(key: string): EntryPort {
  const [scope = '', ...rest] = key.split(' ');
  return { scope, host: rest.slice(0, -1).join(' '), port: Number(rest.at(-1)) };
}

interface Claim {
  readonly resource: Resource;
  /** Its place in `spec.ports`. */
  readonly index: number;
  readonly protocol: string;
}

const MOST = 20;

function compareEntries(
  place: EntryPort,
  own: readonly Resource[],
  lookup: Lookup,
): readonly Finding[] {
  const { scope, host, port } = place;
  const seen = new Set(own);
  if (scope !== PUBLIC)
    for (const other of lookup.find(ENTRY_PORTS, entryPortKey({ ...place, scope: PUBLIC })))
      seen.add(other);
  const claims = [...seen].flatMap((resource) => claimsOf(resource, port));
  if (claims.length < 2) return [];
  const names = [...new Set(claims.map(({ resource }) => fullName(resource)))].toSorted();
  const protocols = [...new Set(claims.map(({ protocol }) => protocol))].toSorted();
  const isConflict = protocols.length > 1;
  const others = claims.slice(0, MOST + 1);
  return claims.map((claim) => ({
    code: isConflict ? 'IST0177' : 'KIA1211',
    resource: claim.resource,
    path: ['spec', 'ports', claim.index, isConflict ? 'protocol' : 'number'],
    message: isConflict
      ? `Port ${port} of "${host}" has several protocols (${protocols.join(', ')}) in ${listNames(names)}, and only one of them counts. Give it one protocol everywhere.`
      : `Port ${port} of "${host}" is given more than once, in ${listNames(names)}. Keep one of them.`,
    ...(isConflict ? { args: [names.join(', '), host, port, protocols.join(', ')] } : {}),
    related: others
      .filter((other) => other !== claim)
      .slice(0, MOST)
      .map(({ resource, index }) => ({
        resource: resource.id,
        path: ['spec', 'ports', index],
        message: 'the same port of the same host is here',
      })),
    data: { host, port },
  }));
}

function claimsOf(resource: Resource, port: number): readonly Claim[] {
  if (resource.details.type !== 'ServiceEntry') return [];
  return resource.details.ports
    .filter(({ number }) => number === port)
    .map(({ index, protocol }) => ({ resource, index, protocol: protocol.toUpperCase() }));
}

function listNames(names: readonly string[]): string {
  return names.length > MOST ? `${names.slice(0, MOST).join(', ')} and others` : names.join(', ');
}
