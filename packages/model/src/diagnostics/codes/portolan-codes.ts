import type { CodeEntry } from './catalogue.ts';

/** Codes of findings that neither Istio nor Kiali has. */
export const PORTOLAN_CODES = {
  PTL0000: {
    severity: 'info',
    title: 'A check could not finish',
    explanation: 'A check of Portolan ran into a mistake of its own. All other checks ran.',
    symptom: 'Nothing: this says nothing about the manifest.',
    link: 'https://istio.io/latest/docs/ops/configuration/traffic-management/',
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
