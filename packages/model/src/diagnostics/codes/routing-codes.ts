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
} as const satisfies Readonly<Record<string, CodeEntry>>;
