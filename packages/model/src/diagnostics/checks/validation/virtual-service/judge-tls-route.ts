import { isSubsetOf } from '../../../../resources/host-name.ts';
import { isIpAddress } from '../../../../schema/values/address-rules.ts';
import { whyNotRouteHost } from '../../../../schema/values/host-rules.ts';
import { quoted } from '../../../../schema/values/quoted.ts';
import { quoteGo } from '../../../engine/format-go.ts';
import { type Judge, withoutWarnings } from '../judge.ts';
import { judgeGatewayNames } from '../parts/gateway-names.ts';
import { judgeLabels, judgePort, judgeRange } from '../parts/judge-values.ts';
import { at, isEmptyList, isSet, itemsOf, type Place, readText, textOf } from '../place.ts';
import { judgeWeightedDestinations } from './judge-destination.ts';
import { whyNotRouteDomain } from './judge-route-hosts.ts';

/** One route for TLS that is passed through. */
export function judgeTlsRoute(judge: Judge, route: Place, spec: Place): void {
  const matches = at(route, 'match');
  if (isEmptyList(matches))
    judge.refuse(
      matches,
      'TLS route must have at least one match condition',
      'A route for TLS has to say which hosts it is for. Add match with sniHosts.',
    );
  for (const match of itemsOf(matches)) judgeTlsMatch(judge, match, spec);
  const routes = at(route, 'route');
  if (isEmptyList(routes)) judge.refuse(routes, 'TLS route is required', NO_ROUTE);
  judgeWeightedDestinations(judge, routes);
}

/** One route for TCP. */
export function judgeTcpRoute(judge: Judge, route: Place): void {
  for (const match of itemsOf(at(route, 'match'))) {
    if (isSet(match)) judgeConnectionMatch(withoutWarnings(judge), match);
    else judge.refuse(match, 'tcp match may not be nil', 'Nothing is written for this match.');
  }
  const routes = at(route, 'route');
  if (isEmptyList(routes)) judge.refuse(routes, 'TCP route is required', NO_ROUTE);
  judgeWeightedDestinations(judge, routes);
}

const NO_ROUTE = 'This route leads nowhere. Add route with a destination.';

function judgeTlsMatch(judge: Judge, match: Place, spec: Place): void {
  if (!isSet(match)) {
    judge.refuse(match, 'TLS match may not be null', 'Nothing is written for this match.');
    return;
  }
  const hosts = at(match, 'sniHosts');
  if (isEmptyList(hosts))
    judge.refuse(
      hosts,
      'TLS match must have at least one SNI host',
      'This match has no sniHosts. Write the hosts that the client asks for.',
    );
  for (const host of itemsOf(hosts)) judgeSniHost(judge, host, spec);
  judgeConnectionMatch(judge, match);
}

function judgeConnectionMatch(judge: Judge, match: Place): void {
  for (const subnet of itemsOf(at(match, 'destinationSubnets'))) judgeRange(judge, subnet);
  const port = at(match, 'port');
  if (isSet(port) && port.value !== 0) judgePort(judge, port);
  judgeLabels(judge, at(match, 'sourceLabels'));
  judgeGatewayNames(judge, at(match, 'gateways'));
}

function judgeSniHost(judge: Judge, place: Place, spec: Place): void {
  const host = readText(place);
  if (host === null) return;
  const isForMesh = itemsOf(at(spec, 'gateways')).some((one) => textOf(one) === 'mesh');
  const why = whyNotRouteDomain(host, !isForMesh);
  if (why !== null) {
    if (isIpAddress(host))
      judge.warn(
        place,
        `using an IP address (${quoteGo(host)}) goes against SNI spec and most clients do not support this`,
        `${quoted(host)} is an IP address. Clients name a host when they open TLS, and hardly any names an address.`,
      );
    else judge.refuse(place, why, whyNotRouteHost(host) ?? `${quoted(host)} is no host.`);
    return;
  }
  const hosts = itemsOf(at(spec, 'hosts')).map(textOf);
  if (hosts.some((one) => isSubsetOf(host, one))) return;
  judge.refuse(
    place,
    `SNI host ${quoteGo(host)} is not a compatible subset of any of the virtual service hosts: [${hosts.join(', ')}]`,
    `${quoted(host)} is none of the hosts of this VirtualService. Add it to spec.hosts, or take it out here.`,
  );
}
