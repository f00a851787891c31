import type { TopologyEdge } from '../../graph/topology.ts';
import { resolveGatewayName } from '../../resources/gateway-name.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { ResourceChange } from '../edit-draft.ts';
import { valueAt } from '../fields/field-operation.ts';
import { removeDestinations, removeItems } from './remove-destinations.ts';

/** What has to be written so that some edges are gone, and what that leaves behind. */
export interface EdgeRemoval {
  readonly changes: readonly ResourceChange[];
  /** VirtualServices that have no route any more. */
  readonly withoutRoutes: readonly string[];
  /** VirtualServices that name no Gateway any more, so that they are for the mesh alone. */
  readonly meshOnly: readonly string[];
}

/**
 * Takes `binds`, `routes` and `delegates` edges away in the VirtualServices that make them. Broken
 * documents are left alone.
 */
export function removeEdges(snapshot: Snapshot, edges: readonly TopologyEdge[]): EdgeRemoval {
  const removal = {
    changes: [] as ResourceChange[],
    withoutRoutes: [] as string[],
    meshOnly: [] as string[],
  };
  const owners = new Map<string, TopologyEdge[]>();
  for (const edge of edges) {
    const owner = edge.kind === 'binds' ? edge.target : edge.source;
    owners.set(owner, [...(owners.get(owner) ?? []), edge]);
  }
  for (const [owner, ofOwner] of owners) {
    const resource = findResource(snapshot, owner);
    if (resource !== undefined && !resource.stale) {
      removeEdgesOf(resource, ofOwner, removal);
    }
  }
  return removal;
}

function removeEdgesOf(
  resource: Resource,
  edges: readonly TopologyEdge[],
  removal: { changes: ResourceChange[]; withoutRoutes: string[]; meshOnly: string[] },
): void {
  const routes = edges.filter((edge) => edge.kind === 'routes');
  const delegates = edges.filter((edge) => edge.kind === 'delegates');
  const gateways = edges.filter((edge) => edge.kind === 'binds').map(({ source }) => source);
  const operations = [
    ...removeDestinations(
      resource,
      routes,
      delegates.map(({ route }) => route),
    ),
    ...removeGateways(resource, gateways),
  ];
  removal.changes.push(...operations.map((operation) => ({ resource, operation })));
  const cut = operations.filter(({ kind, path }) => kind === 'remove' && path.length === 2);
  if (cut.some(({ path }) => path[1] === 'gateways')) {
    removal.meshOnly.push(resource.name);
  }
  const protocols = ['http', 'tls', 'tcp'].filter((protocol) => {
    const list = valueAt(resource.value, ['spec', protocol]);
    return Array.isArray(list) && !cut.some(({ path }) => path[1] === protocol);
  });
  if (protocols.length === 0 && cut.some(({ path }) => path[1] !== 'gateways')) {
    removal.withoutRoutes.push(resource.name);
  }
}

/** Takes Gateways out of `gateways`. Those of match blocks stay: without them a match would widen. */
function removeGateways(resource: Resource, ids: readonly string[]) {
  const path = ['spec', 'gateways'];
  const list = valueAt(resource.value, path);
  const doomed = new Set<number>();
  for (const [index, text] of (Array.isArray(list) ? list : []).entries()) {
    const name = typeof text === 'string' ? resolveGatewayName(text, resource.namespace) : null;
    if (name !== null && ids.includes(`Gateway/${name.namespace}/${name.name}`)) {
      doomed.add(index);
    }
  }
  return removeItems(resource, path, doomed);
}

/** The end of a label that says what was left behind; empty where nothing was. */
export function consequencesOf({ withoutRoutes, meshOnly }: EdgeRemoval): string {
  const parts = [
    ...withoutRoutes.map((name) => `${name} has no route left`),
    ...meshOnly.map((name) => `${name} is for the mesh only now`),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
