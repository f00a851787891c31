import type { CodeEntry } from './catalogue.ts';

const ANALYSIS = 'https://istio.io/latest/docs/reference/config/analysis';

/** Codes of Istio's own validation, and what it means to say and does not. */
export const VALIDATION_CODES = {
  IST0106: {
    severity: 'error',
    title: 'Istio refuses this value',
    explanation:
      'Before Istio takes a manifest it validates every field. One that does not pass makes it refuse the whole manifest.',
    symptom:
      'kubectl apply fails with "admission webhook denied the request", and the configuration from before stays in force.',
    link: `${ANALYSIS}/ist0106/`,
    template: 'Schema validation error: %v',
  },
  IST0133: {
    severity: 'warning',
    title: 'Istio takes this value with a warning',
    explanation:
      'Istio takes the manifest, and what is written here is ignored, old, or most likely not what was meant.',
    symptom: 'kubectl apply prints a warning. The field may have no effect.',
    link: `${ANALYSIS}/ist0133/`,
    template: 'Schema validation warning: %v',
  },
  IST0130: {
    severity: 'warning',
    title: 'A route that no request reaches',
    explanation:
      'Routes are tried from top to bottom, and the first that matches takes the request. An earlier route takes everything that this one could.',
    symptom: 'Requests that are meant for this route are answered by an earlier one.',
    link: `${ANALYSIS}/ist0130/`,
    template: 'VirtualService rule %v not used (%s).',
  },
  IST0131: {
    severity: 'info',
    title: 'A match that no request reaches',
    explanation:
      'Routes are tried from top to bottom, and the first that matches takes the request. An earlier match takes all that this one could.',
    symptom: 'Requests that are meant for this match are answered by an earlier route.',
    link: `${ANALYSIS}/ist0131/`,
    template:
      'VirtualService rule %v match %v is not used (duplicate/overlapping match in rule %v).',
  },
  PTL160: {
    severity: 'warning',
    title: 'Istio means to warn of this value, and does not',
    explanation:
      "Istio's validation has a warning for what is written here. On its way out the warning gets lost, so neither kubectl nor istioctl prints it.",
    symptom: 'Nothing is printed when the manifest is applied. The field may have no effect.',
    link: 'https://istio.io/latest/docs/ops/common-problems/validation/',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
