import type { CodeEntry } from './catalogue.ts';

const ANALYSIS = 'https://istio.io/latest/docs/reference/config/analysis';

/** Codes of `istioctl analyze` about VirtualServices and Gateways. */
export const ISTIO_ROUTE_CODES = {
  IST0101: {
    severity: 'error',
    title: 'What is named does not exist',
    explanation:
      'A field names another resource, and no resource has that name. Names without a namespace mean the namespace of the resource that they are written in.',
    symptom:
      'Requests get 404 where a Gateway is missing, 503 where a Service or subset is, and no TLS certificate where a Secret is.',
    link: `${ANALYSIS}/ist0101/`,
    template: 'Referenced %s not found: %q',
  },
  IST0109: {
    severity: 'error',
    title: 'Several VirtualServices route one host inside the mesh',
    explanation:
      'Inside the mesh Istio takes the routes of a host from one VirtualService alone. Where several have the host, which one counts is undefined.',
    symptom:
      'Some routes work and others do not, and after a restart it may be the other way round.',
    link: `${ANALYSIS}/ist0109/`,
    template:
      'The VirtualServices %s associated with mesh gateway define the same host %s which can lead to undefined behavior. This can be fixed by merging the conflicting VirtualServices into a single resource.',
    once: true,
  },
  IST0112: {
    severity: 'error',
    title: 'The port of a destination is left out, and there are several',
    explanation:
      'A destination without a port means the only port of its Service. This Service has more than one.',
    symptom: 'Requests get 503: Istio cannot tell which port is meant.',
    link: `${ANALYSIS}/ist0112/`,
    template:
      'This VirtualService routes to a service %q that exposes multiple ports %v. Specifying a port in the destination is required to disambiguate.',
  },
  IST0132: {
    severity: 'warning',
    title: 'No host of the VirtualService is a host of the Gateway',
    explanation:
      'A Gateway takes only the VirtualServices that have a host in common with one of its servers. A server host with a namespace in front is for VirtualServices of that namespace alone.',
    symptom: 'Requests for the hosts of the VirtualService get 404 from this Gateway.',
    link: `${ANALYSIS}/ist0132/`,
    template: 'one or more host %v defined in VirtualService %s not found in Gateway %s.',
  },
  IST0138: {
    severity: 'warning',
    title: 'One certificate in several Gateways',
    explanation:
      'Browsers use one HTTP/2 connection for all hosts that a certificate is good for. On a connection to one Gateway the other one is not looked at.',
    symptom: 'Now and then a browser gets 404 for a host that works with curl.',
    link: `${ANALYSIS}/ist0138/`,
    template:
      'Duplicate certificate in multiple gateways %v may cause 404s if clients re-use HTTP2 connections.',
  },
  IST0140: {
    severity: 'warning',
    title: 'Subsets that requests from a Gateway pass by',
    explanation:
      'A request that comes through a Gateway is routed once, by the VirtualService of the Gateway. The rules that another VirtualService has for the destination are for requests inside the mesh.',
    symptom: 'From outside, requests reach all versions of the Service, whatever the rules say.',
    link: `${ANALYSIS}/ist0140/`,
    template: 'Subset in virtual service %s has no effect on ingress gateway %s requests',
  },
  IST0145: {
    severity: 'error',
    title: 'Several Gateways have one host on one port',
    explanation:
      'Gateways that select the same pods are merged. Where two have the same host on the same port, the settings of only one count.',
    symptom: 'TLS settings or routes of one of the Gateways have no effect.',
    link: `${ANALYSIS}/ist0145/`,
    template: 'Conflict with gateways %s (workload selector %s, port %s, hosts %v).',
  },
  IST0149: {
    severity: 'error',
    title: 'Routes by a claim that nobody reads from a token',
    explanation:
      'A route can match a claim of a JSON Web Token only if a RequestAuthentication for the pods of the gateway checks the token.',
    symptom: 'The route never matches, so requests go on to the next one, or get 404.',
    link: `${ANALYSIS}/ist0149/`,
    template:
      'The virtual service uses the JWT claim based routing (key: %s) but found no request authentication for the gateway (%s) pod (%s). The request authentication must first be applied for the gateway pods to validate the JWT token and make the claims available for routing.',
  },
  IST0161: {
    severity: 'error',
    title: 'A Secret that is no valid certificate',
    explanation:
      'The Secret of a TLS server needs a certificate in tls.crt, valid today, and its key in tls.key.',
    symptom: 'No TLS connection succeeds, or browsers say that the certificate has expired.',
    link: `${ANALYSIS}/ist0161/`,
    template:
      'The credential referenced by the Gateway %s in namespace %s is invalid, which can cause the traffic not to work as expected.',
  },
  IST0162: {
    severity: 'warning',
    title: 'No Service leads to the port of a server',
    explanation:
      "Requests reach the gateway's pods through a Service. A server on a port that no such Service leads to is reached from inside the pods' network alone.",
    symptom: 'From outside, connections to the port are refused.',
    link: `${ANALYSIS}/ist0162/`,
    template:
      'The gateway is listening on a target port (port %d) that is not defined in the Service associated with its workload instances (Pod selector %s). If you need to access the gateway port through the gateway Service, it will not be available.',
  },
  IST0165: {
    severity: 'warning',
    title: 'A Gateway that Istio made for itself',
    explanation:
      'Istio translates each Gateway of the Gateway API into one of its own kind with a name that it makes up. That name is an inside matter and may change.',
    symptom: 'The routes work until Istio names its Gateway differently, then they get 404.',
    link: `${ANALYSIS}/ist0165/`,
    template:
      'Gateway reference in VirtualService %s is to an implementation-generated internal Gateway: %s.',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
