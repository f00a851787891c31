import type { CodeEntry } from './catalogue.ts';

const GATEWAY = 'https://istio.io/latest/docs/reference/config/networking/gateway/';
const VIRTUAL_SERVICE = 'https://istio.io/latest/docs/reference/config/networking/virtual-service/';

/** Codes of routes, which neither Istio nor Kiali has: PTL21x, 22x, 24x and 28x. */
export const ROUTING_CODES = {
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
