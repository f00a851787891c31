import { trafficOf } from '../../../envoy/server-traffic.ts';
import type { Gateway, GatewayServer } from '../../../resources/kinds/gateway.ts';
import type { Resource } from '../../../resources/resource.ts';
import { recordField, textField } from '../../../resources/tolerant-value.ts';
import type { Lookup, Report, ResourceCheck } from '../../engine/check.ts';
import { endsTlsInFront, endTlsInFront } from '../../facts/ends-tls-in-front.ts';
import { findFrontServices } from '../../facts/find-front-services.ts';
import { findPods, READS_OF_PODS } from '../../facts/find-pods.ts';
import { hasTlsServer } from '../../facts/has-tls-server.ts';
import { bareHost, TLS_HOSTS } from '../../relations/bindings.ts';
import { SERVICES_BY_SELECTOR } from '../../relations/services.ts';

/** Where does a server's httpsRedirect lead: to itself, behind what ends TLS, or to no server at all? */
export const httpsRedirect: ResourceCheck = {
  name: 'https-redirect',
  codes: ['PTL240', 'PTL241'],
  about: ['Gateway'],
  reads: [...READS_OF_PODS, SERVICES_BY_SELECTOR, TLS_HOSTS],
  run: (resource, lookup, report) => {
    const { details } = resource;
    if (details.type !== 'Gateway') return;
    const servers = details.servers.filter(
      (server) => server.tls?.httpsRedirect === true && trafficOf(server) === 'http',
    );
    if (servers.length === 0) return;
    const isEnded = endsTlsInFront(details, lookup);
    const ending = isEnded ? null : findEndingService(details, lookup);
    for (const server of servers) {
      if (isEnded || ending !== null) reportLoop(resource, server, ending, lookup, report);
      else reportNowhere(resource, server, lookup, report);
    }
  },
};

/** A Service in front whose annotations let the cloud's load balancer end TLS and speak plain to the gateway. */
function findEndingService({ selector }: Gateway, lookup: Lookup): Resource | null {
  for (const { namespace, labels } of findPods(lookup, selector))
    for (const service of findFrontServices(namespace, labels, lookup))
      if (endsTls(service)) return service;
  return null;
}

const CERTIFICATES = [
  'service.beta.kubernetes.io/aws-load-balancer-ssl-cert',
  'service.beta.kubernetes.io/do-loadbalancer-certificate-id',
];
const BACKEND_PROTOCOL = 'service.beta.kubernetes.io/aws-load-balancer-backend-protocol';

function endsTls({ value }: Resource): boolean {
  const annotations = recordField(recordField(value, 'metadata'), 'annotations');
  const protocol = textField(annotations, BACKEND_PROTOCOL) ?? 'tcp';
  return (
    CERTIFICATES.some((name) => textField(annotations, name) !== null) &&
    (protocol === 'tcp' || protocol === 'http')
  );
}

function reportLoop(
  resource: Resource,
  server: GatewayServer,
  ending: Resource | null,
  lookup: Lookup,
  report: Report,
): void {
  const { details } = resource;
  if (details.type !== 'Gateway') return;
  const why =
    ending === null
      ? 'As you assume that the load balancer in front ends TLS'
      : `The load balancer of the Service ${ending.namespace}/${ending.name} seems to end TLS (it has a certificate), and then`;
  report({
    code: 'PTL240',
    resource,
    path: ['spec', 'servers', server.index, 'tls', 'httpsRedirect'],
    certainty: ending === null ? 'wrong' : 'unknown',
    severity: ending === null ? 'error' : 'warning',
    message: `${why}${ending === null ? ',' : ''} every request comes here as plain http, is sent to https, and comes back the same way: a loop. Redirect in the load balancer instead, or let the gateway trust its X-Forwarded-Proto (numTrustedProxies).`,
    related:
      ending === null
        ? []
        : [{ resource: ending.id, path: ['metadata', 'annotations'], message: 'ends TLS here' }],
    settledBy: ending === null ? [] : endTlsInFront(details, lookup),
    data: { assumption: 'gateways', server: server.index },
  });
}

function reportNowhere(
  resource: Resource,
  server: GatewayServer,
  lookup: Lookup,
  report: Report,
): void {
  const lost = server.hosts.filter((host) => !hasTlsServer(bareHost(host), lookup));
  if (lost.length === 0) return;
  const isKnown = lookup.assumptions.foreignNamespaces.length === 0;
  report({
    code: 'PTL241',
    resource,
    path: ['spec', 'servers', server.index, 'tls', 'httpsRedirect'],
    certainty: isKnown ? 'wrong' : 'unknown',
    message: `Requests for ${lost.join(', ')} are sent to https, and no server of this text takes https for ${lost.length === 1 ? 'that host' : 'these hosts'}. Add a server for port 443 with a certificate, or take httpsRedirect away.${isKnown ? '' : ' Nothing is wrong if a Gateway of an assumed foreign namespace has one.'}`,
    data: isKnown
      ? { server: server.index, hosts: lost }
      : { server: server.index, hosts: lost, assumption: 'foreignNamespaces' },
  });
}
