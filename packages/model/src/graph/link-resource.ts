import type { Resource } from '../resources/resource.ts';
import { type Links, NO_LINKS } from './graph-entry.ts';
import { type GraphLookup, isOf } from './graph-lookup.ts';
import { linkGateway } from './link-gateway.ts';
import { linkService, linkServiceEntry, referToRuleHost } from './link-service.ts';
import { linkVirtualService } from './link-virtual-service.ts';
import type { Reference } from './reference.ts';

/**
 * What follows for a resource from those around it: its node and its edges. Its references go into
 * `references`, where somebody wants them.
 */
export function linkResource(
  lookup: GraphLookup,
  resource: Resource,
  references: Reference[] | null,
): Links {
  if (isOf(resource, 'Gateway')) return linkGateway(lookup, resource, references);
  if (isOf(resource, 'VirtualService')) return linkVirtualService(lookup, resource, references);
  if (isOf(resource, 'Service')) return linkService(lookup, resource);
  if (isOf(resource, 'ServiceEntry')) return linkServiceEntry(lookup, resource);
  if (isOf(resource, 'DestinationRule')) referToRuleHost(lookup, resource, references);
  return NO_LINKS;
}
