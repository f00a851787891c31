import type { FieldPath } from '../documents/field-path.ts';
import type {
  HttpRoute,
  L4Route,
  RouteDestination,
  RouteMirror,
} from '../resources/kinds/virtual-service.ts';
import { type FoundDestination, findDestination } from './find-destination.ts';
import { findDestinationRules } from './find-host.ts';
import type { GraphLookup, ResourceOf } from './graph-lookup.ts';
import type { LinkDraft } from './link-draft.ts';
import type { RoutesEdge } from './topology.ts';

type Protocol = RoutesEdge['protocol'];

/** A destination or mirror of a route, wherever it stands. */
interface Destination {
  readonly protocol: Protocol;
  readonly route: number;
  readonly mirror: boolean;
  readonly written: RouteDestination | RouteMirror;
  readonly share: number;
  /** The field that is the destination. */
  readonly path: FieldPath;
  /** Why the route's destinations are never used, if so. */
  readonly unused: string | null;
}

/** A `routes` edge for each destination and mirror, and the references that they hold. */
export function linkDestinations(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  gatewayPorts: readonly number[],
  draft: LinkDraft,
): readonly RoutesEdge[] {
  return destinationsOf(resource).map((destination) => {
    const found = findDestination(lookup, resource, destination.written, gatewayPorts);
    if (found.absent !== null) draft.absent.push(found.absent);
    draft.references?.push({
      kind: destination.mirror ? 'mirror' : 'destination',
      from: resource.id,
      path: [...targetPathOf(destination), 'host'],
      text: destination.written.host,
      status: found.reference.status,
      target: found.reference.id,
    });
    const missingSubset = referToSubset(lookup, resource, destination, found, draft);
    return routesEdge(resource, destination, found, missingSubset);
  });
}

function routesEdge(
  resource: ResourceOf<'VirtualService'>,
  destination: Destination,
  found: FoundDestination,
  missingSubset: string | null,
): RoutesEdge {
  const { protocol, route, mirror, written, share } = destination;
  const { index, host, subset, port } = written;
  const place = mirror ? (index < 0 ? 'mirror' : `mirror-${index}`) : index;
  return {
    id: `routes:${resource.id}>${found.node}#${protocol}-${route}-${place}`,
    kind: 'routes',
    source: resource.id,
    target: found.node,
    broken: destination.unused ?? found.broken ?? missingSubset,
    label: labelOf(destination),
    origins: [{ resourceId: resource.id, path: destination.path }],
    stale: resource.stale || found.stale,
    protocol,
    route,
    destination: index,
    mirror,
    host,
    subset,
    port,
    portIndex: found.portIndex,
    share,
  };
}

function labelOf({ mirror, share, written: { host, subset, port } }: Destination): string {
  const target = `${host}${port === null ? '' : `:${port}`}${subset === null ? '' : `, subset ${subset}`}`;
  if (share === 1 && !mirror) return `Sends requests to ${target}.`;
  const part = `${Math.round(share * 1000) / 10} %`;
  return mirror
    ? `Sends a copy of ${part} of the requests to ${target}.`
    : `Sends ${part} of the requests to ${target}.`;
}

/** The field that holds host, subset and port. */
function targetPathOf({ mirror, written, path }: Destination): FieldPath {
  return mirror && written.index < 0 ? path : [...path, 'destination'];
}

/** The reference to the destination's subset; why it is broken where no DestinationRule has it. */
function referToSubset(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  destination: Destination,
  { reference }: FoundDestination,
  draft: LinkDraft,
): string | null {
  const { subset } = destination.written;
  if (subset === null) return null;
  const { fqdn } = reference;
  const rules = fqdn === '' ? [] : findDestinationRules(lookup, fqdn);
  const rule = rules.find(({ details }) => details.subsets.some(({ name }) => name === subset));
  // What may well exist outside the text has DestinationRules of its own there.
  const isUnknown = rule === undefined && reference.outside !== null;
  const target =
    rule?.id ?? rules[0]?.id ?? `DestinationRule/${resource.namespace}/${reference.name}`;
  // Whoever misses it is found from its id.
  if (rules.length === 0) lookup.findResource(target);
  draft.references?.push({
    kind: 'subset',
    from: resource.id,
    path: [...targetPathOf(destination), 'subset'],
    text: subset,
    status: rule !== undefined ? 'found' : isUnknown ? 'unknown' : 'dangling',
    target,
  });
  if (rule !== undefined || isUnknown) return null;
  return rules.length === 0
    ? `No DestinationRule of this text is for ${fqdn}, so there is no subset ${subset}: Istio answers 503. Add a DestinationRule that defines it, or take the subset away.`
    : `The DestinationRule ${rules[0]?.name} defines no subset ${subset} for ${fqdn}: Istio answers 503. Add the subset there, or correct its name here.`;
}

function destinationsOf({ details }: ResourceOf<'VirtualService'>): readonly Destination[] {
  const destinations: Destination[] = [];
  for (const route of details.http) {
    const unused = whyUnused(route);
    for (const written of route.destinations)
      destinations.push(destinationOf('http', route, written, unused));
    for (const written of route.mirrors) destinations.push(mirrorOf(route, written));
  }
  for (const protocol of ['tls', 'tcp'] as const) {
    for (const route of details[protocol]) {
      const unused = withoutWeights(route);
      for (const written of route.destinations)
        destinations.push(destinationOf(protocol, route, written, unused));
    }
  }
  return destinations;
}

function destinationOf(
  protocol: Protocol,
  { index: route }: HttpRoute | L4Route,
  written: RouteDestination,
  unused: string | null,
): Destination {
  const path = ['spec', protocol, route, 'route', written.index];
  return { protocol, route, mirror: false, written, share: written.share, path, unused };
}

function mirrorOf({ index: route }: HttpRoute, written: RouteMirror): Destination {
  const field = ['spec', 'http', route];
  const path = written.index < 0 ? [...field, 'mirror'] : [...field, 'mirrors', written.index];
  const share = written.percentage / 100;
  return { protocol: 'http', route, mirror: true, written, share, path, unused: null };
}

function whyUnused(route: HttpRoute): string | null {
  if (route.redirect !== null)
    return 'This route answers with a redirect, so nothing is sent to its destinations. A route has either a redirect or destinations.';
  if (route.directResponse !== null)
    return 'This route answers by itself (directResponse), so nothing is sent to its destinations. A route has either a directResponse or destinations.';
  if (route.delegate !== null)
    return 'This route is left to a delegate, so its own destinations are not used. A route has either a delegate or destinations.';
  return withoutWeights(route);
}

function withoutWeights({ destinations }: L4Route): string | null {
  if (destinations.length < 2 || destinations.some(({ share }) => share > 0)) return null;
  return 'The route has several destinations and none has a weight, so Istio refuses the VirtualService. Give them weights, for example 90 and 10.';
}
