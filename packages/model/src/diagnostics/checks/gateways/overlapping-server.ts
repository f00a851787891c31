import { isWildcard } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, ResourceCheck } from '../../engine/check.ts';
import { fullName } from '../../facts/full-name.ts';
import {
  bindOf,
  GATEWAYS_BY_LISTENER,
  type HostClaim,
  hostClaimsOf,
} from '../../relations/gateways.ts';
import { suffixesOf } from '../../relations/registry-hosts.ts';

const MOST = 20;

/**
 * Hosts of servers on one port that overlap, in one Gateway or in several of one selector. As Kiali
 * has it; equal hosts of several Gateways are said as Istio says it (IST0145).
 */
export const overlappingServer: ResourceCheck = {
  name: 'overlapping-server',
  codes: ['KIA0301'],
  about: ['Gateway'],
  reads: [GATEWAYS_BY_LISTENER],
  run: (resource, lookup, report) => {
    for (const claim of hostClaimsOf(resource)) {
      const others = findOverlaps(resource, claim, lookup);
      const [first] = others;
      if (first === undefined) continue;
      const isSame = others.some(({ claim: other }) => other.host === claim.host);
      const where =
        first.gateway === resource ? 'this Gateway' : `the Gateway ${fullName(first.gateway)}`;
      report({
        code: 'KIA0301',
        resource,
        path: placeOf(claim),
        ...(isSame ? {} : { severity: 'info' as const }),
        message: isSame
          ? `The host "${claim.written}" on port ${claim.server.port ?? 0} is also in another server of ${where}, for the same pods. Keep it in one.`
          : `The host "${claim.written}" overlaps "${first.claim.written}" on the same port in ${where}, for the same pods. Requests go to the more specific one of them.`,
        related: others.slice(0, MOST).map(({ gateway, claim: other }) => ({
          resource: gateway.id,
          path: placeOf(other),
          message: `"${other.written}" is here`,
        })),
        data: { host: claim.host },
      });
    }
  },
};

interface Overlap {
  readonly gateway: Resource;
  readonly claim: HostClaim;
}

function placeOf({ server, index }: HostClaim) {
  return ['spec', 'servers', server.index, 'hosts', index];
}

function findOverlaps(resource: Resource, claim: HostClaim, lookup: Lookup): readonly Overlap[] {
  const found: Overlap[] = [];
  const gateways = new Set(
    keysFor(claim).flatMap((key) => lookup.find(GATEWAYS_BY_LISTENER, `${claim.listener} ${key}`)),
  );
  for (const gateway of gateways) {
    for (const other of hostClaimsOf(gateway)) {
      if (found.length > MOST) return found;
      const isItself = gateway.id === resource.id;
      if (isItself && isSamePlace(other, claim)) continue;
      if (other.listener !== claim.listener || !overlaps(other, claim)) continue;
      const isSaid =
        !isItself &&
        other.written === claim.written &&
        bindOf(gateway, other.server) === bindOf(resource, claim.server);
      if (!isSaid) found.push({ gateway: isItself ? resource : gateway, claim: other });
    }
  }
  return found;
}

/** Under what Gateways with a host that overlaps are found: the same, wildcards over it, and names under it. */
function keysFor({ host }: HostClaim): readonly string[] {
  const over = suffixesOf(host).map((suffix) => `*${suffix}`);
  return isWildcard(host) ? [host, '*', `/${host.slice(1)}`] : [host, ...over];
}

function isSamePlace(one: HostClaim, other: HostClaim): boolean {
  return one.server.index === other.server.index && one.index === other.index;
}

function overlaps(one: HostClaim, other: HostClaim): boolean {
  const isForBoth =
    one.namespace === '*' || other.namespace === '*' || one.namespace === other.namespace;
  if (!isForBoth) return false;
  if (one.host === other.host || one.host === '*' || other.host === '*') return true;
  if (isWildcard(one.host) === isWildcard(other.host)) return false;
  const [wide, narrow] = isWildcard(one.host) ? [one, other] : [other, one];
  return narrow.host.endsWith(wide.host.slice(1));
}
