import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { resolveHost } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import {
  findRecord,
  isRecord,
  listField,
  recordField,
  textField,
} from '../../../resources/tolerant-value.ts';
import type { Drop } from '../../gateway-config.ts';
import { mergeDelegatedRoute } from '../delegates/merge-delegated-route.ts';
import { readScopes } from '../world/registry-service.ts';
import type { World } from '../world/world.ts';
import { resolveShortNames } from './resolve-short-names.ts';
import type { MatchBlock, RouteRule } from './route-rule.ts';

/** A VirtualService as istiod has it. */
export interface VirtualServiceRules {
  readonly resource: ResourceOf<'VirtualService'>;
  /** Whole names, as they are compared: case counts. */
  readonly hosts: readonly string[];
  readonly http: readonly RouteRule[];
  readonly tls: readonly RouteRule[];
  readonly tcp: readonly RouteRule[];
  /** Routes of delegates that are left out, and routes that delegate to nothing. */
  readonly drops: readonly Drop[];
  /** Whether prefixes of paths end where a segment does: it is made of Ingresses. */
  readonly bySegment: boolean;
}

const known = new WeakMap<World, Map<string, VirtualServiceRules>>();

/** The rules of a VirtualService with hosts: its routes with whole names, those of delegates in place. */
export function rulesOf(world: World, resource: ResourceOf<'VirtualService'>): VirtualServiceRules {
  const ofWorld = known.get(world) ?? new Map<string, VirtualServiceRules>();
  known.set(world, ofWorld);
  const before = ofWorld.get(resource.id);
  if (before !== undefined) return before;
  const rules = readRules(world, resource);
  ofWorld.set(resource.id, rules);
  return rules;
}

function readRules(world: World, resource: ResourceOf<'VirtualService'>): VirtualServiceRules {
  const { details, namespace } = resource;
  const drops: Drop[] = [];
  const written = readRoutes(world, resource, 'http');
  return {
    resource,
    hosts: details.hosts.map((host) => resolveHost(host, namespace, world.assumptions)),
    http: details.http.some(({ delegate }) => delegate !== null)
      ? written.flatMap((rule) => followDelegate(world, resource, rule, drops))
      : written,
    tls: readRoutes(world, resource, 'tls'),
    tcp: readRoutes(world, resource, 'tcp'),
    drops,
    bySegment: hasSegments(resource),
  };
}

function hasSegments({ value }: Resource): boolean {
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  return ['ingress', 'gateway'].includes(
    textField(annotations, 'internal.istio.io/route-semantics') ?? '',
  );
}

function readRoutes(
  { assumptions }: World,
  { id, value, namespace }: ResourceOf<'VirtualService'>,
  protocol: 'http' | 'tls' | 'tcp',
): readonly RouteRule[] {
  return listField(recordField(value, 'spec'), protocol).flatMap((item, index) => {
    if (!isRecord(item)) return [];
    const route = resolveShortNames(item, namespace, assumptions);
    const origin = { resourceId: id, path: ['spec', protocol, index] };
    const blocks = listField(route, 'match').flatMap((block, at): readonly MatchBlock[] =>
      isRecord(block)
        ? [{ value: block, origins: [{ resourceId: id, path: [...origin.path, 'match', at] }] }]
        : [],
    );
    return [{ value: route, origin, delegatedBy: null, inherited: [], blocks }];
  });
}

function followDelegate(
  world: World,
  root: ResourceOf<'VirtualService'>,
  rule: RouteRule,
  drops: Drop[],
): readonly RouteRule[] {
  const named = findRecord(rule.value, 'delegate');
  if (named === null) return [rule];
  const name = textField(named, 'name') ?? '';
  const namespace = textField(named, 'namespace') ?? root.namespace;
  const origin = { resourceId: root.id, path: [...rule.origin.path, 'delegate'] };
  const delegate = world.byId.get(`VirtualService/${namespace}/${name}`);
  if (delegate?.details.type !== 'VirtualService' || delegate.details.hosts.length > 0) {
    const why =
      delegate === undefined
        ? 'there is no such VirtualService'
        : 'it has hosts of its own, and a delegate has none';
    const message = `This route delegates to ${namespace}/${name}, and ${why}, so Istio leaves the route out.`;
    drops.push({ reason: 'delegate-missing', message, origin, by: null });
    return [];
  }
  const { exportTo } = delegate.details;
  const scopes = exportTo === null ? world.defaultExportTo : exportTo;
  const seen = readScopes(scopes, namespace);
  const by = { resourceId: delegate.id, path: ['spec', 'exportTo'] };
  if (!seen.includes('*') && !seen.includes(root.namespace)) {
    const message = `The delegate ${namespace}/${name} is not exported to ${root.namespace}, so Istio leaves this route out.`;
    drops.push({ reason: 'delegate-hidden', message, origin, by });
    return [];
  }
  return mergeRoutes(world, rule, delegate as ResourceOf<'VirtualService'>, drops);
}

function mergeRoutes(
  world: World,
  rule: RouteRule,
  delegate: ResourceOf<'VirtualService'>,
  drops: Drop[],
): readonly RouteRule[] {
  return readRoutes(world, delegate, 'http').flatMap((own): readonly RouteRule[] => {
    const merged = mergeDelegatedRoute(rule, own);
    if (merged !== null) return [merged];
    drops.push({
      reason: 'delegate-conflict',
      message:
        'Istio leaves this route of the delegate out: one of its matches is not within any match of the route that delegates to it.',
      origin: own.origin,
      by: rule.origin,
    });
    return [];
  });
}
