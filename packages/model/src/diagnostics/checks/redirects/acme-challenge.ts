import { pathOfMatch, routeMatchesOf } from '../../../envoy/match/route-matches.ts';
import { trafficOf } from '../../../envoy/server-traffic.ts';
import type { ResourceCheck } from '../../engine/check.ts';
import { findBoundServers } from '../../facts/find-bound-servers.ts';
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
      const redirecting = findBoundServers(resource, lookup).find(
        ({ server: { tls }, server }) =>
          tls?.httpsRedirect === true && trafficOf(server) === 'http',
      );
      if (redirecting === undefined) return;
      const { gateway } = redirecting;
      const server = redirecting.server.index;
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
