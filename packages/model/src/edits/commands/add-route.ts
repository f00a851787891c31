import type { Snapshot } from '../../snapshot.ts';
import type { EditCommand, FieldValue, RouteProtocol } from '../edit-command.ts';
import { createEditDraft } from '../edit-draft.ts';
import type { PlanResult } from '../edit-plan.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';
import { findUnroutedService } from './loose-ends.ts';
import { findVirtualService, type VirtualServiceResource } from './virtual-service-route.ts';

/**
 * Adds a route that is valid as it is: it matches a path (or a host, or a port) of its own and leads
 * where the routes beside it lead. It stands before the first route that takes every request.
 */
export function planAddRoute(
  snapshot: Snapshot,
  command: Extract<EditCommand, { readonly kind: 'add-route' }>,
): PlanResult {
  const found = findVirtualService(snapshot, command.resource);
  if (!found.ok) {
    return found;
  }
  const resource = found.value;
  const { protocol } = command;
  const path = ['spec', protocol];
  const list = valueAt(resource.value, path);
  const value: FieldValue = {
    match: [matchOf(resource, protocol)],
    route: [{ destination: destinationOf(snapshot, resource, protocol) }],
  };
  const draft = createEditDraft(snapshot);
  if (Array.isArray(list)) {
    const catchAll = resource.details[protocol].find(({ matches }) => matches.length === 0);
    const index = command.index ?? catchAll?.index ?? list.length;
    draft.change(resource, [{ kind: 'insert', path, index, value }]);
  } else {
    draft.change(resource, [{ kind: 'set', path, value: [value] }]);
  }
  return draft.finish({ label: `Add a route to ${resource.name}`, reveal: resource.id });
}

function matchOf({ details, name }: VirtualServiceResource, protocol: RouteProtocol): FieldValue {
  switch (protocol) {
    case 'http':
      return { uri: { prefix: freePath(details.http.flatMap(({ matches }) => matches)) } };
    case 'tls':
      return {
        port: 443,
        sniHosts: [details.hosts.find((host) => host !== '*') ?? `${name}.example.com`],
      };
    case 'tcp':
      return { port: freePort(details.tcp.flatMap(({ matches }) => matches)) };
  }
}

/** `/new`, or `/new-2` …: a prefix that no match block has. */
function freePath(matches: readonly Readonly<Record<string, unknown>>[]): string {
  const taken = new Set(
    matches.flatMap(({ uri }) => (isRecord(uri) ? Object.values(uri).map(String) : [])),
  );
  let path = '/new';
  for (let number = 2; taken.has(path); number++) {
    path = `/new-${number}`;
  }
  return path;
}

/** Istio's usual port for TCP, or the next that no match block has. */
function freePort(matches: readonly Readonly<Record<string, unknown>>[]): number {
  const taken = new Set(matches.map(({ port }) => port));
  let port = 31400;
  while (taken.has(port)) {
    port++;
  }
  return port;
}

/** Where the last route of the protocol leads, else any other, else a Service beside it. */
function destinationOf(
  snapshot: Snapshot,
  resource: VirtualServiceResource,
  protocol: RouteProtocol,
): FieldValue {
  const { details, namespace, name } = resource;
  const others = [...details.http, ...details.tls, ...details.tcp];
  const destinations = [...others, ...details[protocol]].flatMap((route) => route.destinations);
  const model = destinations.findLast(({ host }) => host !== '');
  if (model === undefined) {
    const service = findUnroutedService(snapshot, namespace);
    const ports = service?.details.type === 'Service' ? service.details.ports : [];
    const port = ports.length > 1 ? (ports[0]?.port ?? null) : null;
    const host = service?.name ?? name;
    return port === null ? { host } : { host, port: { number: port } };
  }
  return {
    host: model.host,
    ...(model.subset === null ? {} : { subset: model.subset }),
    ...(model.port === null ? {} : { port: { number: model.port } }),
  };
}
