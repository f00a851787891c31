import type { CodeEntry } from './catalogue.ts';

const VIRTUAL_SERVICE = 'https://istio.io/latest/docs/reference/config/networking/virtual-service/';

/** Codes of how requests are routed, which neither Istio nor Kiali has: PTL2xx. */
export const ROUTING_CODES = {
  PTL210: {
    severity: 'warning',
    title: 'A route that no request reaches',
    explanation:
      'The routes of a VirtualService are tried from top to bottom and the first one that matches wins: the longest path does not. Other routes in front take everything that this one is for.',
    symptom: 'Requests meant for this route are answered by another one, or by the wrong version.',
    link: `${VIRTUAL_SERVICE}#VirtualService`,
  },
  PTL211: {
    severity: 'warning',
    title: 'A match that no request reaches',
    explanation:
      'One of the matches of a route is for requests that are all taken before: by a route further up, or by another match of the same route.',
    symptom: 'Nothing comes in by this match. Requests meant for it are answered by another route.',
    link: `${VIRTUAL_SERVICE}#HTTPMatchRequest`,
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
} as const satisfies Readonly<Record<string, CodeEntry>>;
