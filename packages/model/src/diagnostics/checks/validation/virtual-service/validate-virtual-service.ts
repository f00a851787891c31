import type { Judge } from '../judge.ts';
import { judgeExportTo } from '../parts/export-to.ts';
import { judgeGatewayNames } from '../parts/gateway-names.ts';
import { at, isEmptyList, isFilled, isSet, itemsOf, type Place, textOf } from '../place.ts';
import { judgeClaims } from './judge-claims.ts';
import { judgeHttpRoute } from './judge-http-route.ts';
import { judgeRouteHosts } from './judge-route-hosts.ts';
import { judgeTcpRoute, judgeTlsRoute } from './judge-tls-route.ts';

/** All that Istio's validation says of a VirtualService, but for routes that are never reached. */
export function validateVirtualService(judge: Judge, manifest: Place): void {
  const spec = at(manifest, 'spec');
  const gateways = at(spec, 'gateways');
  const isDelegate = isEmptyList(at(spec, 'hosts'));
  if (isDelegate) judgeDelegate(judge, spec);
  judgeGatewayNames(judge, gateways);
  const isForMesh =
    isEmptyList(gateways) || itemsOf(gateways).some((one) => textOf(one) === 'mesh');
  if (isForMesh) judgeClaims(judge, spec);
  judgeRouteHosts(judge, spec, isForMesh);
  if (['http', 'tcp', 'tls'].every((name) => isEmptyList(at(spec, name))))
    judge.refuse(
      spec,
      'http, tcp or tls must be provided in virtual service',
      'This VirtualService has no routes. Add some under http, tls or tcp.',
    );
  for (const route of itemsOf(at(spec, 'http'))) {
    if (isSet(route)) judgeHttpRoute(judge, route, isDelegate);
    else judge.refuse(route, 'http route may not be null', 'Nothing is written for this route.');
  }
  for (const route of itemsOf(at(spec, 'tls'))) if (isSet(route)) judgeTlsRoute(judge, route, spec);
  for (const route of itemsOf(at(spec, 'tcp'))) if (isSet(route)) judgeTcpRoute(judge, route);
  judgeExportTo(judge, at(spec, 'exportTo'), 'common');
}

const NOT_IN_DELEGATES: readonly (readonly [name: string, istio: string])[] = [
  ['gateways', 'gateways specified'],
  ['tls', 'tls route specified'],
  ['tcp', 'tcp route specified'],
];

function judgeDelegate(judge: Judge, spec: Place): void {
  for (const [name, istio] of NOT_IN_DELEGATES) {
    if (isFilled(at(spec, name)))
      judge.refuse(
        at(spec, name),
        `delegate virtual service must have no ${istio}`,
        `A VirtualService without hosts is one that others delegate to, and has no ${name}. Add hosts, or take ${name} out.`,
      );
  }
}
