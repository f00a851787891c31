import type { CodeEntry } from './catalogue.ts';

const GATEWAY = 'https://istio.io/latest/docs/reference/config/networking/gateway/';
const VIRTUAL_SERVICE = 'https://istio.io/latest/docs/reference/config/networking/virtual-service/';

/** Codes of how requests are routed, which neither Istio nor Kiali has: PTL2xx. */
export const ROUTING_CODES = {
  PTL200: {
    severity: 'warning',
    title: 'A host that the Gateway does not take',
    explanation:
      'A VirtualService gets requests only for the hosts that it and a server of the Gateway have in common. Here they have some in common, and not this one.',
    symptom: 'Requests for this host get 404 from the Gateway; those for the other hosts work.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL201: {
    severity: 'warning',
    title: 'A wildcard that does not stand for this host',
    explanation:
      '"*.example.com" stands for every name below example.com, however deep, and not for example.com itself.',
    symptom: 'Requests for this host get 404 from the Gateway.',
    link: `${GATEWAY}#Server`,
  },
  PTL202: {
    severity: 'warning',
    title: 'A host that the Gateway keeps for other namespaces',
    explanation:
      'A server host with a namespace in front ("team-a/shop.example.com", "./*") is for VirtualServices of that namespace alone; "." is the namespace of the Gateway.',
    symptom: 'Requests for this host get 404 from the Gateway.',
    link: `${GATEWAY}#Server`,
  },
  PTL203: {
    severity: 'warning',
    title: 'Hosts that differ in capital letters',
    explanation:
      'Hosts have no case in DNS, but Istio compares those of Gateways and VirtualServices letter by letter.',
    symptom: 'Requests for this host get 404 from the Gateway.',
    link: `${GATEWAY}#Server`,
  },
  PTL204: {
    severity: 'info',
    title: 'Routes that count inside the mesh alone',
    explanation:
      'A VirtualService that names no Gateway is for requests that pods of the mesh send. Requests from outside come through a Gateway, and it has to name that.',
    symptom: 'Requests from outside get 404, or go where another VirtualService sends them.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL205: {
    severity: 'warning',
    title: 'A Gateway without routes',
    explanation:
      'A Gateway opens ports. Where the requests go, VirtualServices say that name it, and none does.',
    symptom:
      'Requests get 404; at TCP and TLS servers nothing listens, and connections are refused.',
    link: `${GATEWAY}#Gateway`,
  },
  PTL206: {
    severity: 'info',
    title: 'A server without routes',
    explanation:
      'VirtualServices name this Gateway, and none has a host in common with this server of it.',
    symptom: 'Requests to this server get 404; at TCP and TLS servers connections are refused.',
    link: `${GATEWAY}#Server`,
  },
  PTL210: {
    severity: 'warning',
    title: 'A route or match that no request reaches',
    explanation:
      'The routes of a VirtualService are tried from top to bottom and the first one that matches wins: the longest path does not. What is in front takes everything that this one is for.',
    symptom: 'Requests meant for this route are answered by another one, or by the wrong version.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL212: {
    severity: 'warning',
    title: 'Routes whose order is left to chance',
    explanation:
      'VirtualServices that share a host on a Gateway are merged: their routes stand in a row, those of the VirtualService that was created first in front, and those that take everything at the end. Here a request fits routes of two of them.',
    symptom:
      'A request is answered by one or the other, and that may change with the next deployment.',
    link: 'https://istio.io/latest/docs/ops/best-practices/traffic-management/#split-virtual-services',
  },
  PTL213: {
    severity: 'info',
    title: 'A host that hides the routes of a wildcard',
    explanation:
      'A request belongs to the most specific host that fits. Where that has no route for it, the routes of "*" or a wider wildcard are not tried.',
    symptom: 'Paths that work on other hosts get 404 on this one.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL220: {
    severity: 'warning',
    title: 'A path without its slash',
    explanation:
      'The path of every request begins with a slash, and Istio compares from there on. What begins otherwise equals no path.',
    symptom: 'Requests go past this match, to another route or a 404.',
    link: `${VIRTUAL_SERVICE}#HTTPMatchRequest`,
  },
  PTL221: {
    severity: 'warning',
    title: 'A query in the path',
    explanation:
      'Istio compares the path without what follows the "?". Parameters have conditions of their own.',
    symptom: 'Requests go past this match, to another route or a 404.',
    link: `${VIRTUAL_SERVICE}#HTTPMatchRequest`,
  },
  PTL222: {
    severity: 'warning',
    title: 'A pattern where letters are compared',
    explanation:
      'An exact path and a prefix are compared letter by letter: signs such as * and ( mean nothing there. Only "regex" knows patterns.',
    symptom: 'Requests go past this match, to another route or a 404.',
    link: `${VIRTUAL_SERVICE}#StringMatch`,
  },
  PTL223: {
    severity: 'info',
    title: 'A regular expression of a single path',
    explanation:
      'A regular expression has to match the path from its beginning to its end, not a part of it.',
    symptom: 'Longer paths go past this match, to another route or a 404.',
    link: `${VIRTUAL_SERVICE}#StringMatch`,
  },
  PTL224: {
    severity: 'warning',
    title: 'A rewrite that doubles a slash',
    explanation:
      'Envoy replaces the prefix that matched, letter by letter, and nothing behind it. Where only the new path ends with a slash, two of them meet.',
    symptom: 'The application gets paths such as //cart, and many answer them with 404.',
    link: `${VIRTUAL_SERVICE}#HTTPRewrite`,
  },
  PTL225: {
    severity: 'warning',
    title: 'A rewrite that loses a slash',
    explanation:
      'Envoy replaces the prefix that matched, letter by letter. Where only the prefix ends with a slash, what is behind it joins on without one.',
    symptom: 'The application gets paths such as /v2cart, and answers them with 404.',
    link: `${VIRTUAL_SERVICE}#HTTPRewrite`,
  },
  PTL226: {
    severity: 'warning',
    title: 'A new path without its slash',
    explanation:
      'The uri of a rewrite or redirect becomes the path of the request as it is, and a path begins with a slash.',
    symptom:
      'The application refuses the request (400), or the browser goes to a host that does not exist.',
    link: `${VIRTUAL_SERVICE}#HTTPRewrite`,
  },
  PTL227: {
    severity: 'warning',
    title: 'A part of the request as a header',
    explanation:
      'Path, host, method and scheme of a request have fields of their own in a match. Under "headers", their names are those of headers.',
    symptom: 'Requests go past this match, to another route or a 404.',
    link: `${VIRTUAL_SERVICE}#HTTPMatchRequest`,
  },
  PTL228: {
    severity: 'warning',
    title: 'A fault that never happens',
    explanation: 'A fault without a percentage is for 0 % of the requests.',
    symptom: 'Nothing: requests are neither delayed nor aborted.',
    link: `${VIRTUAL_SERVICE}#HTTPFaultInjection`,
  },
  PTL229: {
    severity: 'warning',
    title: 'A destination without a weight',
    explanation:
      'Destinations of a route share its requests by their weights. One without has the weight 0 where others have one.',
    symptom: 'This destination gets no requests.',
    link: `${VIRTUAL_SERVICE}#HTTPRouteDestination`,
  },
  PTL230: {
    severity: 'warning',
    title: 'Routes of a kind that the server does not use',
    explanation:
      'Where the gateway ends TLS, or there is none, it sees requests and uses http routes. With PASSTHROUGH it sees only the server name, and uses tls routes. For TCP it uses tcp routes.',
    symptom:
      'The routes do nothing: connections are refused where no other route is, else requests get 404.',
    link: `${GATEWAY}#ServerTLSSettings-TLSmode`,
  },
  PTL240: {
    severity: 'error',
    title: 'A redirect to https that never ends',
    explanation:
      'Where a load balancer ends TLS, the gateway gets every request as plain http, also those that the client sent by https. A server that redirects http to https then redirects all of them, again and again.',
    symptom: 'Browsers say ERR_TOO_MANY_REDIRECTS; curl shows 301 to the same address.',
    link: `${GATEWAY}#ServerTLSSettings`,
  },
  PTL241: {
    severity: 'warning',
    title: 'A redirect to https that nothing takes',
    explanation:
      'The server sends all requests to the same host by https, and no Gateway has a server that takes https for it.',
    symptom: 'Clients are sent to an address where the connection is refused or reset.',
    link: `${GATEWAY}#ServerTLSSettings`,
  },
  PTL242: {
    severity: 'warning',
    title: 'A challenge behind a redirect to https',
    explanation:
      'httpsRedirect answers before any route, for the whole host. A route for /.well-known/acme-challenge gets nothing by plain http then.',
    symptom: 'The certificate is not issued, as the challenge gets a 301.',
    link: `${GATEWAY}#ServerTLSSettings`,
  },
  PTL243: {
    severity: 'error',
    title: 'Redirects in a circle',
    explanation:
      'What the redirect leads to is answered by a redirect again, and that comes back to where it began. A route without a condition on the scheme also answers https.',
    symptom: 'Browsers say ERR_TOO_MANY_REDIRECTS.',
    link: `${VIRTUAL_SERVICE}#HTTPRedirect`,
  },
  PTL244: {
    severity: 'warning',
    title: 'A redirect to where nothing listens',
    explanation:
      'The redirect leads to https on a host of this text, and no Gateway has a server that takes https for it.',
    symptom: 'Clients are sent to an address where the connection is refused or reset.',
    link: `${VIRTUAL_SERVICE}#HTTPRedirect`,
  },
  PTL250: {
    severity: 'warning',
    title: 'A VirtualService that its Gateway does not see',
    explanation:
      'exportTo says which namespaces see a VirtualService. What counts for a Gateway is the namespace of its pods, not that of the Gateway.',
    symptom: 'Requests for the hosts of the VirtualService get 404.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL251: {
    severity: 'warning',
    title: 'A destination that the Gateway does not see',
    explanation:
      'A gateway knows only the Services and ServiceEntries that are exported to the namespace of its pods.',
    symptom: 'Requests get 503, with the flag NC (no cluster).',
    link: 'https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry',
  },
  PTL252: {
    severity: 'warning',
    title: 'A subset that the Gateway does not see',
    explanation:
      "A DestinationRule counts for a gateway where it is in the namespace of the gateway's pods, of the Service, or in Istio's own, and is exported to these pods.",
    symptom: 'Requests get 503, with the flag NC (no cluster).',
    link: 'https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration',
  },
  PTL280: {
    severity: 'error',
    title: 'A delegate that does not exist',
    explanation:
      'A route can leave its requests to the routes of another VirtualService. Istio leaves such a route out where that is not there.',
    symptom: 'Requests go past this route, to another one or a 404.',
    link: `${VIRTUAL_SERVICE}#Delegate`,
  },
  PTL281: {
    severity: 'error',
    title: 'A delegate with hosts',
    explanation:
      'Only a VirtualService without hosts is a delegate. One with hosts stands for itself, and Istio does not find it as a delegate.',
    symptom: 'Requests go past this route, to another one or a 404.',
    link: `${VIRTUAL_SERVICE}#Delegate`,
  },
  PTL282: {
    severity: 'error',
    title: 'A delegate that is not exported',
    explanation:
      'The VirtualService that a route is left to has to be exported to the namespace of the one that delegates.',
    symptom: 'Requests go past this route, to another one or a 404.',
    link: `${VIRTUAL_SERVICE}#Delegate`,
  },
  PTL283: {
    severity: 'warning',
    title: 'A route that does not fit what is delegated',
    explanation:
      'The matches of a delegate narrow down those of the route that delegates. Where one of them is not within any, Istio leaves the route of the delegate out.',
    symptom: 'Requests go past this route, to another one or a 404.',
    link: `${VIRTUAL_SERVICE}#Delegate`,
  },
  PTL284: {
    severity: 'info',
    title: 'A delegate that nothing uses',
    explanation:
      'A VirtualService without hosts gets requests only from a route that names it under "delegate".',
    symptom: 'Its routes get no requests.',
    link: `${VIRTUAL_SERVICE}#Delegate`,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
