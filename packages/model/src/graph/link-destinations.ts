import type { FieldPath } from '../documents/field-path.ts';
import type { HttpRoute, L4Route } from '../resources/kinds/virtual-service.ts';
import { originAt } from './field-origin.ts';
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
  readonly index: number;
  readonly mirror: boolean;
  readonly host: string;
  readonly subset: string | null;
  readonly port: number | null;
  readonly share: number;
  /** The field that is the destination. */
  readonly path: FieldPath;
  /** The field that holds host, subset and port. */
  readonly targetPath: FieldPath;
  /** Why the route's destinations are never used, if so. */
  readonly unused: string | null;
}

/** A `routes` edge for each destination and mirror, and the references that they hold. */
export function linkDestinations(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  gatewayPorts: readonly number[],
  draft: LinkDraft,
): void {
  for (const destination of destinationsOf(resource)) {
    const found = findDestination(lookup, resource, destination, gatewayPorts);
    if (found.absent !== null) draft.absent.push(found.absent);
    draft.references?.push({
      kind: destination.mirror ? 'mirror' : 'destination',
      from: resource.id,
      path: [...destination.targetPath, 'host'],
      text: destination.host,
      status: found.status,
      target: found.resource,
    });
    const missingSubset = referToSubset(lookup, resource, destination, found, draft);
    draft.edges.push(routesEdge(resource, destination, found, missingSubset));
  }
}

function routesEdge(
  resource: ResourceOf<'VirtualService'>,
  destination: Destination,
  found: FoundDestination,
  missingSubset: string | null,
): RoutesEdge {
  const { protocol, route, index, mirror, host, subset, port, share } = destination;
  const place = mirror ? (index < 0 ? 'mirror' : `mirror-${index}`) : index;
  return {
    id: `routes:${resource.id}>${found.node}#${protocol}-${route}-${place}`,
    kind: 'routes',
    source: resource.id,
    target: found.node,
    broken: destination.unused ?? found.broken ?? missingSubset,
    label: labelOf(destination),
    origins: [originAt(resource, destination.path)],
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

function labelOf({ mirror, share, host, subset, port }: Destination): string {
  const part = `${Math.round(share * 1000) / 10} %`;
  const target = `${host}${port === null ? '' : `:${port}`}${subset === null ? '' : `, subset ${subset}`}`;
  if (mirror) return `Sends a copy of ${part} of the requests to ${target}.`;
  return share === 1
    ? `Sends requests to ${target}.`
    : `Sends ${part} of the requests to ${target}.`;
}

/** The reference to the destination's subset; why it is broken where no DestinationRule has it. */
function referToSubset(
  lookup: GraphLookup,
  resource: ResourceOf<'VirtualService'>,
  { subset, targetPath }: Destination,
  found: FoundDestination,
  draft: LinkDraft,
): string | null {
  if (subset === null) return null;
  const rules = found.fqdn === '' ? [] : findDestinationRules(lookup, found.fqdn);
  const rule = rules.find(({ details }) => details.subsets.some(({ name }) => name === subset));
  const isUnknown = rule === undefined && found.isOutside;
  draft.references?.push({
    kind: 'subset',
    from: resource.id,
    path: [...targetPath, 'subset'],
    text: subset,
    status: rule !== undefined ? 'found' : isUnknown ? 'unknown' : 'dangling',
    target: rule?.id ?? rules[0]?.id ?? `DestinationRule/${resource.namespace}/${found.name}`,
  });
  if (rule !== undefined || isUnknown) return null;
  return rules.length === 0
    ? `No DestinationRule of this text is for ${found.fqdn}, so there is no subset ${subset}: Istio answers 503. Add a DestinationRule that defines it, or take the subset away.`
    : `The DestinationRule ${rules[0]?.name} defines no subset ${subset} for ${found.fqdn}: Istio answers 503. Add the subset there, or correct its name here.`;
}

function destinationsOf({ details }: ResourceOf<'VirtualService'>): readonly Destination[] {
  const destinations: Destination[] = [];
  for (const route of details.http) {
    destinations.push(...destinationsOfRoute('http', route, whyUnused(route)));
    destinations.push(...mirrorsOf(route));
  }
  for (const protocol of ['tls', 'tcp'] as const) {
    for (const route of details[protocol])
      destinations.push(...destinationsOfRoute(protocol, route, withoutWeights(route)));
  }
  return destinations;
}

function destinationsOfRoute(
  protocol: Protocol,
  route: HttpRoute | L4Route,
  unused: string | null,
): readonly Destination[] {
  return route.destinations.map(({ index, host, subset, port, share }) => {
    const path = ['spec', protocol, route.index, 'route', index];
    const at = { protocol, route: route.index, index, mirror: false, host, subset, port, share };
    return { ...at, path, targetPath: [...path, 'destination'], unused };
  });
}

function mirrorsOf(route: HttpRoute): readonly Destination[] {
  return route.mirrors.map(({ index, host, subset, port, percentage }) => {
    const single = index < 0;
    const field = ['spec', 'http', route.index];
    const path = single ? [...field, 'mirror'] : [...field, 'mirrors', index];
    return {
      protocol: 'http',
      route: route.index,
      index,
      mirror: true,
      host,
      subset,
      port,
      share: percentage / 100,
      path,
      targetPath: single ? path : [...path, 'destination'],
      unused: null,
    };
  });
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
