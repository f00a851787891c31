import type { Resource } from '../resources/resource.ts';
import { type LinkedResource, NO_LINKS } from './graph-entry.ts';
import { type GraphLookup, isOf } from './graph-lookup.ts';
import { linkGateway } from './link-gateway.ts';
import { linkDestinationRule, linkService, linkServiceEntry } from './link-service.ts';
import { linkVirtualService } from './link-virtual-service.ts';

/** What follows for a resource from those around it: its node, its edges, its references. */
export function linkResource(lookup: GraphLookup, resource: Resource): LinkedResource {
  if (isOf(resource, 'Gateway')) return linkGateway(lookup, resource);
  if (isOf(resource, 'VirtualService')) return linkVirtualService(lookup, resource);
  if (isOf(resource, 'Service')) return linkService(lookup, resource);
  if (isOf(resource, 'ServiceEntry')) return linkServiceEntry(lookup, resource);
  if (isOf(resource, 'DestinationRule')) return linkDestinationRule(lookup, resource);
  return NO_LINKS;
}
