import type { CodeEntry } from './catalogue.ts';

const ANALYSIS = 'https://istio.io/latest/docs/reference/config/analysis';

/** Codes of `istioctl analyze` about what is behind the routes: Services, workloads, policies. */
export const ISTIO_CLUSTER_CODES = {
  IST0002: {
    severity: 'warning',
    title: 'Something deprecated',
    explanation: 'Istio still reads this, or reads it no more, and has a new way to say it.',
    symptom: 'Nothing changes today; after an upgrade of Istio the setting may have no effect.',
    link: `${ANALYSIS}/ist0002/`,
    template: 'Deprecated: %s',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
