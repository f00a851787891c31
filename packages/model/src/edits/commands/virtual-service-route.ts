import type { FieldPath } from '../../documents/field-path.ts';
import type { HttpRoute, L4Route } from '../../resources/kinds/virtual-service.ts';
import type { Resource, ResourceDetails, ResourceId } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { findResource } from '../../snapshot-lookup.ts';
import type { RoutePlace } from '../edit-command.ts';
import { type Result, refuse, success } from '../result.ts';
import { NOT_THERE } from './change-field.ts';

/** A resource that is a VirtualService. */
export type VirtualServiceResource = Resource & {
  readonly details: Extract<ResourceDetails, { readonly type: 'VirtualService' }>;
};

/** A route and what it stands in. */
export interface FoundRoute {
  readonly resource: VirtualServiceResource;
  readonly route: HttpRoute | L4Route;
  /** Of the route, relative to the resource. */
  readonly path: FieldPath;
}

/** The VirtualService with this id, where its YAML can be written. */
export function findVirtualService(
  snapshot: Snapshot,
  id: ResourceId,
): Result<VirtualServiceResource> {
  const resource = findResource(snapshot, id);
  if (resource === undefined || !isVirtualService(resource)) {
    return refuse(NOT_THERE);
  }
  return resource.stale
    ? refuse(`The YAML of ${resource.name} has a mistake. Correct it first.`)
    : success(resource);
}

/** The route at a place of a VirtualService. */
export function findRoute(
  snapshot: Snapshot,
  id: ResourceId,
  { protocol, index }: RoutePlace,
): Result<FoundRoute> {
  const resource = findVirtualService(snapshot, id);
  if (!resource.ok) {
    return resource;
  }
  const route = resource.value.details[protocol].find((one) => one.index === index);
  return route === undefined
    ? refuse('This route is not there any more.')
    : success({ resource: resource.value, route, path: ['spec', protocol, index] });
}

function isVirtualService(resource: Resource): resource is VirtualServiceResource {
  return resource.details.type === 'VirtualService';
}
