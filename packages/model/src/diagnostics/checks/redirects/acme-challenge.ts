import { pathOfMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import { trafficOf } from '../../../envoy/server-traffic.ts';
import { textItems } from '../../../graph/link-gateways.ts';
import { resolveGatewayName } from '../../../resources/gateway-name.ts';
import { intersectHosts, resolveHost, serverHostsFor } from '../../../resources/host-name.ts';
import type { Resource } from '../../../resources/resource.ts';
import type { Lookup, ResourceCheck } from '../../engine/check.ts';
import { GATEWAYS_BY_NAME } from '../../relations/gateways.ts';

const CHALLENGE = '/.well-known/acme-challenge';

/** Is there a route for a certificate's http challenge behind a redirect of all requests to https? */
export const acmeChallenge: ResourceCheck = {
  name: 'acme-challenge',
  codes: ['PTL242'],
  about: ['VirtualService'],
  reads: [GATEWAYS_BY_NAME],
  run: (resource, lookup, report) => {
    for (const one of routeMatchesOf(resource)) {
      const uri = one.match?.uri;
      if (uri?.kind !== 'exact' && uri?.kind !== 'prefix') continue;
      if (!uri.text.startsWith(CHALLENGE)) continue;
      const redirecting = findRedirect(resource, lookup);
      if (redirecting === null) return;
      const { gateway, server } = redirecting;
      report({
        code: 'PTL242',
        resource,
        path: pathOfMatch(one),
        message: `The challenge is sent to https before this route is tried, because the Gateway ${gateway.namespace}/${gateway.name} has httpsRedirect for this host. Without a certificate it cannot be answered there: redirect by a route behind this one, instead of httpsRedirect, or use a DNS challenge.`,
        related: [
          {
            resource: gateway.id,
            path: ['spec', 'servers', server, 'tls', 'httpsRedirect'],
            message: 'redirects all requests',
          },
        ],
        data: { gateway: gateway.id, server },
      });
    }
  },
};

function findRedirect(
  resource: Resource,
  lookup: Lookup,
): { readonly gateway: Resource; readonly server: number } | null {
  if (resource.details.type !== 'VirtualService') return null;
  const { namespace } = resource;
  const own = resource.details.hosts.map((host) =>
    resolveHost(host, namespace, lookup.assumptions),
  );
  for (const { text } of textItems(resource, 'gateways')) {
    const named = resolveGatewayName(text, namespace);
    if (named === null) continue;
    const [gateway] = lookup.find(GATEWAYS_BY_NAME, `${named.namespace}/${named.name}`);
    if (gateway?.details.type !== 'Gateway') continue;
    for (const server of gateway.details.servers) {
      const usable = serverHostsFor(server.hosts, gateway.namespace, namespace);
      const redirects = server.tls?.httpsRedirect === true && trafficOf(server) === 'http';
      if (redirects && intersectHosts(usable, own).length > 0)
        return { gateway, server: server.index };
    }
  }
  return null;
}
