import { type FieldPath, formatFieldPath } from '../../documents/field-path.ts';
import { nameSitesOf } from '../../edits/references/name-sites.ts';
import type { Resource } from '../../resources/resource.ts';
import { findResource } from '../../snapshot-lookup.ts';
import { credentialHomes } from '../completion/name-ideas.ts';
import { nearestHost } from '../completion/written-values.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findGateway } from '../names/known-gateways.ts';
import { findHostResource, findRulesFor } from '../names/known-hosts.ts';
import { findNamedPorts, isPortName } from './port-names.ts';

/** What a name at some place means: a resource, or a subset or port of one, that by its number or by its name. */
export interface NameTarget {
  readonly kind: 'resource' | 'subset' | 'port' | 'port-name';
  readonly resource: Resource;
  /** Where it gets its name, relative to the resource. */
  readonly path: FieldPath;
  readonly name: string;
}

/** What stands at the cursor, without quotes. */
export function writtenAt({ place, document }: CursorContext): string {
  const token = document.text.slice(place.token.start, place.token.end);
  return place.quote === '' ? token : token.slice(1, token.endsWith(place.quote) ? -1 : undefined);
}

/** What the value at the cursor names, if that is in the text; several where they share it. */
export function findTargets(context: CursorContext): readonly NameTarget[] {
  const written = writtenAt(context);
  if (context.place.role !== 'value' || written === '') return [];
  const { path } = context;
  const own = ownTargets(context, written);
  if (own !== null) return own;
  if (path.at(-1) === 'subset') return subsetTargets(context, written);
  return byFormat(context, written) ?? [...bySite(context), ...portNameTargets(context, written)];
}

/** Where a resource, subset or port gets its name, it is itself what is meant. */
function ownTargets(context: CursorContext, name: string): readonly NameTarget[] | null {
  const { snapshot, resource, path } = context;
  const [first, second, index] = path;
  const found = findResource(snapshot, resource.id);
  if (found !== undefined && isPortName(found, path))
    return [{ kind: 'port-name', resource: found, path, name }];
  const place = formatFieldPath(path).replace(/\[\d+\]/g, '[]');
  if (place === 'metadata.name') return resourceTarget(found);
  if (resource.kind === 'DestinationRule' && place === 'spec.subsets[].name')
    return found === undefined ? [] : [{ kind: 'subset', resource: found, path, name }];
  if (first !== 'spec' || second !== 'ports' || typeof index !== 'number') return null;
  const isPort =
    (resource.kind === 'Service' && place === 'spec.ports[].port') ||
    (resource.kind === 'ServiceEntry' && place === 'spec.ports[].number');
  if (!isPort) return null;
  return found === undefined ? [] : [{ kind: 'port', resource: found, path, name }];
}

function resourceTarget(resource: Resource | undefined): readonly NameTarget[] {
  if (resource === undefined) return [];
  return [{ kind: 'resource', resource, path: ['metadata', 'name'], name: resource.name }];
}

function subsetTargets(context: CursorContext, name: string): readonly NameTarget[] {
  const { snapshot, resource } = context;
  return findRulesFor(snapshot, nearestHost(context), resource.namespace).flatMap((rule) => {
    const subsets = rule.details.type === 'DestinationRule' ? rule.details.subsets : [];
    return subsets
      .filter((subset) => subset.name === name)
      .map(({ index }) => {
        const path = ['spec', 'subsets', index, 'name'];
        return { kind: 'subset', resource: rule, path, name } as const;
      });
  });
}

/** null where the format of the field is none that names something. */
function byFormat(context: CursorContext, written: string): readonly NameTarget[] | null {
  const { snapshot, field, resource } = context;
  const { namespace } = resource;
  switch (field?.format) {
    case 'gateway-name':
      return resourceTarget(findGateway(snapshot, written, namespace));
    case 'destination-host':
    case 'rule-host':
    case 'route-host':
      return resourceTarget(findHostResource(snapshot, written, namespace));
    case 'credential-name':
      return credentialTargets(context, written);
    case 'port':
      return portTargets(context, Number(written));
    default:
      return null;
  }
}

function credentialTargets(context: CursorContext, written: string): readonly NameTarget[] {
  const homes = credentialHomes(context);
  return context.snapshot.resources
    .filter(({ details, name, namespace }) => {
      const isHome = homes.size === 0 || homes.has(namespace);
      return details.type === 'Secret' && name === written && isHome;
    })
    .flatMap(resourceTarget);
}

function portTargets(context: CursorContext, number: number): readonly NameTarget[] {
  const { snapshot, resource } = context;
  const target = findHostResource(snapshot, nearestHost(context), resource.namespace);
  if (target === undefined) return [];
  const { details } = target;
  const name = String(number);
  if (details.type === 'Service') {
    return details.ports
      .filter(({ port }) => port === number)
      .map(({ index }) => ({
        kind: 'port',
        resource: target,
        path: ['spec', 'ports', index, 'port'],
        name,
      }));
  }
  if (details.type !== 'ServiceEntry') return [];
  return details.ports
    .filter((port) => port.number === number)
    .map(({ index }) => ({
      kind: 'port',
      resource: target,
      path: ['spec', 'ports', index, 'number'],
      name,
    }));
}

function portNameTargets(context: CursorContext, name: string): readonly NameTarget[] {
  const { snapshot, path } = context;
  const resource = findResource(snapshot, context.resource.id);
  if (resource === undefined || resource.stale) return [];
  const ports = findNamedPorts(snapshot, { resource, path });
  return ports.map((port) => ({
    kind: 'port-name',
    resource: port.resource,
    path: port.path,
    name,
  }));
}

/** By the table of all fields that name something: the document has to be YAML for that. */
function bySite(context: CursorContext): readonly NameTarget[] {
  const { snapshot, resource, path } = context;
  const found = findResource(snapshot, resource.id);
  if (found === undefined || found.stale) return [];
  const place = formatFieldPath(path);
  const isHere = (site: FieldPath) =>
    formatFieldPath(site) === place || formatFieldPath([...site, 'name']) === place;
  const site = nameSitesOf(snapshot, found).find((one) => isHere(one.path));
  return site === undefined ? [] : resourceTarget(findResource(snapshot, site.target));
}
