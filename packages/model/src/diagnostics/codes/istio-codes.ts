import type { CodeEntry } from './catalogue.ts';

const ANALYSIS = 'https://istio.io/latest/docs/reference/config/analysis';

/** Codes of `istioctl analyze`, but those of its validation. */
export const ISTIO_CODES = {
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
  IST0132: {
    severity: 'warning',
    title: 'No host of the VirtualService is a host of the Gateway',
    explanation:
      'A Gateway takes only the VirtualServices that have a host in common with one of its servers. A server host with a namespace in front is for VirtualServices of that namespace alone.',
    symptom: 'Requests for the hosts of the VirtualService get 404 from this Gateway.',
    link: `${ANALYSIS}/ist0132/`,
    template: 'one or more host %v defined in VirtualService %s not found in Gateway %s.',
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
