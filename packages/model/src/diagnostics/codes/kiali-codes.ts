import type { CodeEntry } from './catalogue.ts';

const VALIDATIONS = 'https://kiali.io/docs/features/validations';

/** Codes of findings that only Kiali has. */
export const KIALI_CODES = {
  KIA0203: {
    severity: 'error',
    title: 'A subset that no pod of its host is in',
    explanation:
      'A subset is the pods that the Service selects and that have the labels of the subset too. Pods of other Services do not count.',
    symptom: 'Requests that go to the subset get 503.',
    link: `${VALIDATIONS}/#kia0203---this-subsets-labels-are-not-found-in-any-matching-host`,
  },
  KIA1211: {
    severity: 'warning',
    title: 'One port of a host in several ServiceEntries',
    explanation: 'Istio merges what several ServiceEntries say of a port in an order of its own.',
    symptom: 'Endpoints of one of them are missing, or are used where they should not be.',
    link: `${VALIDATIONS}/`,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
