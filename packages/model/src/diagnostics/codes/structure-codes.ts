import type { CodeEntry } from './catalogue.ts';

const ISTIO = 'https://istio.io/latest/docs/reference/config/networking/';
const API = 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation';
const VERSIONS = 'https://kubernetes.io/docs/reference/using-api/deprecation-guide/';

const REFUSED =
  'kubectl apply fails, or whatever applies the manifest drops the field, and what is meant does not happen.';

/** Codes of what does not fit the fields of a kind, as its makers publish them. */
export const STRUCTURE_CODES = {
  PTL100: {
    severity: 'warning',
    title: 'No such field',
    explanation:
      'The kind has no field of this name here. kubectl refuses it; other tools, and Istio, drop it without a word.',
    symptom: REFUSED,
    link: API,
  },
  PTL101: {
    severity: 'error',
    title: 'A field on the wrong level',
    explanation:
      'The kind has this field, and not here. Most often it is indented too little or too much.',
    symptom: REFUSED,
    link: API,
  },
  PTL102: {
    severity: 'error',
    title: 'A value of the wrong type',
    explanation:
      'Each field takes one type of value: a text, a number, true or false, a list, or fields of its own. Quotes make a text of a number.',
    symptom: 'kubectl apply fails with "Invalid value" or "cannot unmarshal".',
    link: API,
  },
  PTL103: {
    severity: 'error',
    title: 'None of the values that are allowed',
    explanation: 'The field takes one of a few words. Upper and lower case count.',
    symptom: 'kubectl apply fails with "Unsupported value".',
    link: ISTIO,
  },
  PTL104: {
    severity: 'error',
    title: 'A value that does not have its form',
    explanation: 'What stands here has to be a name, an address or the like, and is none.',
    symptom: 'kubectl apply fails, or the field has no effect.',
    link: ISTIO,
  },
  PTL105: {
    severity: 'error',
    title: 'This is no duration',
    explanation:
      'A duration is a number with its unit, such as 500ms, 5s or 1h. A number alone has no meaning.',
    symptom: 'kubectl apply fails, or the time limit has no effect.',
    link: 'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute',
  },
  PTL106: {
    severity: 'error',
    title: 'A number or an amount out of its limits',
    explanation:
      'The field has a least and a most, or there may be only so many entries: ports go from 1 to 65535, percentages from 0 to 100.',
    symptom: 'kubectl apply fails with "Invalid value".',
    link: API,
  },
  PTL108: {
    severity: 'error',
    title: 'A key that cannot be one',
    explanation: 'The keys of this map are names of headers, labels or the like, and this is none.',
    symptom: 'kubectl apply fails with "Invalid value".',
    link: API,
  },
  PTL109: {
    severity: 'error',
    title: 'A field is missing',
    explanation: 'The kind cannot do without this field.',
    symptom: 'kubectl apply fails with "Required value".',
    link: API,
  },
  PTL110: {
    severity: 'error',
    title: 'Two fields of which only one can be',
    explanation: 'The fields are ways to say one thing, and only one of them can stand here.',
    symptom: 'kubectl apply fails, or one of the two has no effect.',
    link: ISTIO,
  },
  PTL112: {
    severity: 'info',
    title: 'An old field',
    explanation:
      'The makers of the kind advise against the field: there is a better one, or it does nothing.',
    symptom: 'It may stop to work with a later version.',
    link: ISTIO,
  },
  PTL113: {
    severity: 'error',
    title: 'A version that is not served',
    explanation:
      'The kind is there, and not in this version. Clusters serve the versions that are listed.',
    symptom: 'kubectl apply fails with "no matches for kind".',
    link: VERSIONS,
  },
  PTL114: {
    severity: 'error',
    title: 'No such kind in this group',
    explanation:
      'apiVersion names the group that a kind belongs to, and this group has no such kind.',
    symptom: 'kubectl apply fails with "no matches for kind".',
    link: 'https://kubernetes.io/docs/concepts/overview/kubernetes-api/#api-groups-and-versioning',
  },
  PTL115: {
    severity: 'error',
    title: 'A kind that is gone',
    explanation: 'Earlier versions had this kind. What it did is said by another kind now.',
    symptom: 'kubectl apply fails with "no matches for kind".',
    link: VERSIONS,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
