import type { FieldPath } from '../../documents/field-path.ts';
import { resolveGatewayName } from '../../resources/gateway-name.ts';
import { findServiceName, resolveHost } from '../../resources/host-name.ts';
import type { Resource, ResourceId } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { referencesOf } from '../../snapshot-lookup.ts';
import { isRecord, valueAt } from '../fields/field-operation.ts';

/** A field of a resource that names another one. */
export interface NameSite {
  readonly kind: 'gateway' | 'host' | 'delegate' | 'credential';
  readonly resource: Resource;
  /** Relative to the resource; of a delegate the mapping of name and namespace. */
  readonly path: FieldPath;
  /** As written. */
  readonly text: string;
  /** The id that the name means, whether or not such a resource is there. */
  readonly target: ResourceId;
}

/** Every place of the text that names a Gateway, a Service, a delegate or a Secret. */
export function findNameSites(snapshot: Snapshot): readonly NameSite[] {
  return snapshot.resources.flatMap((resource) =>
    resource.stale ? [] : nameSitesOf(snapshot, resource),
  );
}

/** The places of one resource that name another. */
export function nameSitesOf(snapshot: Snapshot, resource: Resource): readonly NameSite[] {
  switch (resource.details.type) {
    case 'VirtualService':
      return [
        ...gatewaySites(resource),
        ...hostSites(snapshot, resource),
        ...delegateSites(resource),
      ];
    case 'DestinationRule':
      return hostSite(snapshot, resource, ['spec', 'host']);
    case 'Gateway':
      return credentialSites(snapshot, resource);
    default:
      return [];
  }
}

const PROTOCOLS = ['http', 'tls', 'tcp'] as const;

function gatewaySites(resource: Resource): readonly NameSite[] {
  const lists: FieldPath[] = [['spec', 'gateways']];
  for (const protocol of PROTOCOLS) {
    for (const route of indexesOf(resource, ['spec', protocol])) {
      const matches: FieldPath = ['spec', protocol, route, 'match'];
      for (const match of indexesOf(resource, matches)) {
        lists.push([...matches, match, 'gateways']);
      }
    }
  }
  return lists.flatMap((list) =>
    indexesOf(resource, list).flatMap((index): readonly NameSite[] => {
      const path = [...list, index];
      const text = valueAt(resource.value, path);
      const name = typeof text === 'string' ? resolveGatewayName(text, resource.namespace) : null;
      return name === null || typeof text !== 'string'
        ? []
        : [
            {
              kind: 'gateway',
              resource,
              path,
              text,
              target: `Gateway/${name.namespace}/${name.name}`,
            },
          ];
    }),
  );
}

function hostSites(snapshot: Snapshot, resource: Resource): readonly NameSite[] {
  const paths: FieldPath[] = indexesOf(resource, ['spec', 'hosts']).map((index) => [
    'spec',
    'hosts',
    index,
  ]);
  for (const protocol of PROTOCOLS) {
    for (const index of indexesOf(resource, ['spec', protocol])) {
      const route: FieldPath = ['spec', protocol, index];
      for (const destination of indexesOf(resource, [...route, 'route'])) {
        paths.push([...route, 'route', destination, 'destination', 'host']);
      }
      paths.push([...route, 'mirror', 'host']);
      for (const mirror of indexesOf(resource, [...route, 'mirrors'])) {
        paths.push([...route, 'mirrors', mirror, 'destination', 'host']);
      }
    }
  }
  return paths.flatMap((path) => hostSite(snapshot, resource, path));
}

function hostSite(snapshot: Snapshot, resource: Resource, path: FieldPath): readonly NameSite[] {
  const text = valueAt(resource.value, path);
  if (typeof text !== 'string') {
    return [];
  }
  const { assumptions } = snapshot;
  const service = findServiceName(resolveHost(text, resource.namespace, assumptions), assumptions);
  return service === null
    ? []
    : [
        {
          kind: 'host',
          resource,
          path,
          text,
          target: `Service/${service.namespace}/${service.name}`,
        },
      ];
}

function delegateSites(resource: Resource): readonly NameSite[] {
  return indexesOf(resource, ['spec', 'http']).flatMap((index): readonly NameSite[] => {
    const path = ['spec', 'http', index, 'delegate'];
    const delegate = valueAt(resource.value, path);
    if (!isRecord(delegate) || typeof delegate.name !== 'string') {
      return [];
    }
    const { name, namespace } = delegate;
    const own = typeof namespace === 'string' && namespace !== '' ? namespace : resource.namespace;
    return [
      { kind: 'delegate', resource, path, text: name, target: `VirtualService/${own}/${name}` },
    ];
  });
}

function credentialSites(snapshot: Snapshot, resource: Resource): readonly NameSite[] {
  return referencesOf(snapshot, resource.id)
    .filter(
      ({ kind, path, text }) => kind === 'credential' && valueAt(resource.value, path) === text,
    )
    .map(({ path, text, target }) => ({ kind: 'credential', resource, path, text, target }));
}

function indexesOf(resource: Resource, path: FieldPath): readonly number[] {
  const list = valueAt(resource.value, path);
  return Array.isArray(list) ? list.map((_, index) => index) : [];
}
