import { isSubsetOf } from '../../../resources/host-name.ts';
import {
  findTexts,
  integerField,
  listField,
  recordField,
  textField,
  textsField,
} from '../../../resources/tolerant-value.ts';
import type { Drop, WeightedCluster } from '../../gateway-config.ts';
import { routeClusters } from '../clusters/destination-cluster.ts';
import type { RulePods } from '../clusters/effective-rule.ts';
import { connectionsKeepPods } from '../clusters/find-hashes.ts';
import type { PlacedServer } from '../gateways/merge-servers.ts';
import { fieldOrigin, type RouteRule } from '../services/route-rule.ts';
import { type ServicesOnGateway, servicesOnGateway } from '../services/services-on-gateway.ts';
import { rulesOf, type VirtualServiceRules } from '../services/virtual-service-rules.ts';
import type { World } from '../world/world.ts';

/** Where routes for connections are looked for. */
export interface L4Place {
  readonly world: World;
  readonly pods: RulePods;
  readonly placed: PlacedServer;
}

/** A route for connections that a server uses. */
export interface L4Target {
  readonly clusters: readonly WeightedCluster[];
  /** Whether connections of one address keep their pod. */
  readonly keepsPods: boolean;
  readonly rule: RouteRule;
}

/** The VirtualServices of a server's Gateway that have a host in common with it. */
export function servicesOfServer({ world, pods, placed }: L4Place): {
  readonly onGateway: ServicesOnGateway;
  readonly rules: readonly VirtualServiceRules[];
} {
  const onGateway = servicesOnGateway(world, placed.state.gateway, pods.namespace);
  const rules = onGateway.seen
    .map((resource) => rulesOf(world, resource))
    .filter((rule) => sharesHost(placed, rule));
  return { onGateway, rules };
}

/** Wildcards count in either direction; `ns/host` is for VirtualServices of that namespace. */
function sharesHost({ state }: PlacedServer, { hosts, resource }: VirtualServiceRules): boolean {
  return state.hosts.some((written) => {
    const [prefix = '', host] = written.split('/');
    if (host !== undefined && prefix !== resource.namespace) return false;
    const own = host ?? written;
    return hosts.some((other) => isSubsetOf(own, other) || isSubsetOf(other, own));
  });
}

/**
 * The one `tcp` route that a server uses: the first whose match fits. All that stand behind it are
 * left out. null where none fits: then nothing listens.
 */
export function findTcpRoute(place: L4Place, drops: Drop[]): L4Target | null {
  let found: L4Target | null = null;
  for (const service of servicesOfServer(place).rules) {
    for (const rule of service.tcp) {
      const isFitting =
        rule.blocks.length === 0 || rule.blocks.some((one) => fits(one.value, place));
      if (!isFitting || listField(rule.value, 'route').length === 0) continue;
      if (found === null) found = target(place, rule);
      else drops.push(behind(rule, found.rule));
    }
    found ??= findTerminatedRoute(place, service);
  }
  return found;
}

/** Routes that istiod made of a TLSRoute of the Gateway API are `tls` ones, and end TLS all the same. */
function findTerminatedRoute(place: L4Place, service: VirtualServiceRules): L4Target | null {
  const annotations = recordField(recordField(service.resource.value, 'metadata'), 'annotations');
  const parent = textField(annotations, 'internal.istio.io/parents');
  if (parent?.startsWith('TLSRoute/') !== true) return null;
  const rule = service.tls.find(({ blocks }) => blocks.some(({ value }) => fits(value, place)));
  return rule === undefined ? null : target(place, rule);
}

/** A filter chain of a server that passes TLS on: those that ask for these server names. */
export interface SniTarget extends L4Target {
  readonly sniHosts: readonly string[];
  readonly block: RouteRule['blocks'][number];
}

/**
 * The `tls` routes of a server that passes TLS on: one for each match that fits, with its server
 * names as they are written. A match with a name that is taken on the listener is left out.
 */
export function findTlsRoutes(
  place: L4Place,
  taken: Map<string, SniTarget>,
  drops: Drop[],
): readonly SniTarget[] {
  const found: SniTarget[] = [];
  for (const service of servicesOfServer(place).rules)
    for (const rule of service.tls) {
      if (listField(rule.value, 'route').length === 0) continue;
      for (const block of rule.blocks) {
        if (!fits(block.value, place)) continue;
        const sniHosts = textsField(block.value, 'sniHosts');
        const twice = sniHosts.find((host) => taken.has(host));
        const by = twice === undefined ? undefined : taken.get(twice);
        if (twice !== undefined && by !== undefined) {
          drops.push(nameTaken(block, twice, by));
          continue;
        }
        const sni = { ...target(place, rule), sniHosts, block };
        for (const host of sniHosts) taken.set(host, sni);
        found.push(sni);
      }
    }
  return found;
}

/** Only `port` and `gateways` count on a gateway. */
function fits(block: RouteRule['value'], { placed }: L4Place): boolean {
  const port = integerField(block, 'port') ?? 0;
  const gateways = findTexts(block, 'gateways');
  return (
    (port === 0 || port === placed.state.port) &&
    (gateways === null || gateways.includes(placed.state.gateway))
  );
}

function target({ world, pods, placed }: L4Place, rule: RouteRule): L4Target {
  const place = {
    world,
    namedIn: null,
    pods,
    serverPort: placed.state.port,
  };
  return {
    clusters: routeClusters(place, rule.value, fieldOrigin(rule, 'route')),
    keepsPods: connectionsKeepPods(place, rule.value),
    rule,
  };
}

function behind(rule: RouteRule, first: RouteRule): Drop {
  return {
    reason: 'cut-off',
    message:
      'Istio leaves this tcp route out: a server uses one, and another route comes first. Give each its own port.',
    origin: rule.origin,
    by: first.origin,
  };
}

function nameTaken({ origins }: RouteRule['blocks'][number], host: string, by: SniTarget): Drop {
  const [origin = by.rule.origin] = origins;
  return {
    reason: 'server-name-taken',
    message: `Istio leaves this match out: another one has the server name "${host}" on this port already.`,
    origin,
    by: by.block.origins[0] ?? by.rule.origin,
  };
}
