import { isSubsetOf } from '../../../../resources/host-name.ts';
import { isIpAddress } from '../../../../schema/values/address-rules.ts';
import { whyNotRouteHost } from '../../../../schema/values/host-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import type { Judge } from '../judge.ts';
import { whyNotWildcardDomain } from '../parts/domain-name.ts';
import { at, itemsOf, type Place, readText } from '../place.ts';

/** The hosts that a VirtualService is for. */
export function judgeRouteHosts(judge: Judge, spec: Place, isForMesh: boolean): void {
  const hosts = itemsOf(at(spec, 'hosts'));
  const isSni = !isForMesh && hasSniHosts(spec);
  let areValid = true;
  for (const place of hosts) {
    const host = readText(place);
    const why = host === null ? null : whyNotRouteDomain(host, isSni);
    if (host === null) areValid = false;
    else if (why !== null && !isIpAddress(host)) {
      areValid = false;
      judge.refuse(place, why, whyNotRouteHost(host) ?? `${quoted(host)} is no host.`);
    } else if (host === '*' && isForMesh) {
      areValid = false;
      judge.refuse(
        place,
        'wildcard host * is not allowed for virtual services bound to the mesh gateway',
        'For the sidecars of the mesh, "*" cannot be a host: it would be every service. Write the hosts, or name a Gateway under gateways and take mesh out.',
      );
    }
  }
  if (areValid) judgeOverlaps(judge, hosts);
}

/** What Istio says of a host that is none; with SNI in play, the names that it makes up itself pass. */
export function whyNotRouteDomain(host: string, isSni: boolean): string | null {
  const isMadeUp = isSni && host.startsWith('outbound_.') && /outbound_.[0-8]/.test(host);
  return isMadeUp ? null : whyNotWildcardDomain(host);
}

function hasSniHosts(spec: Place): boolean {
  return itemsOf(at(spec, 'tls')).some((route) =>
    itemsOf(at(route, 'match')).some((match) => itemsOf(at(match, 'sniHosts')).length > 0),
  );
}

/** Who lists hosts by the thousand need not hear of every pair. */
const MOST_OVERLAPS = 100;

function judgeOverlaps(judge: Judge, places: readonly Place[]): void {
  let found = 0;
  places.forEach((place, index) => {
    const host = readText(place) ?? '';
    for (const earlier of places.slice(0, index)) {
      if (found >= MOST_OVERLAPS) return;
      const other = readText(earlier) ?? '';
      if (!isSubsetOf(host, other) && !isSubsetOf(other, host)) continue;
      found += 1;
      judge.refuse(
        place,
        `duplicate hosts in virtual service: ${other} & ${host}`,
        host === other
          ? `${quoted(host)} is in the list twice. Leave one out.`
          : `${quoted(host)} and ${quoted(other)} overlap. Within one VirtualService keep one of them, and write another VirtualService for the other.`,
      );
    }
  });
}
