import type { CodeEntry } from './catalogue.ts';

const YAML = 'https://yaml.org/spec/1.2.2/';
const OBJECTS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/';

const NOT_APPLIED = '`kubectl apply` refuses the file, or this document of it.';

/** Codes of what is wrong with a document as YAML, or as a Kubernetes object. */
export const DOCUMENT_CODES = {
  PTL0001: {
    severity: 'error',
    title: 'This is not YAML',
    explanation:
      'The text does not follow the rules of YAML from here on, so nobody can tell what it says. The other documents are not affected.',
    symptom: NOT_APPLIED,
    link: YAML,
  },
  PTL0002: {
    severity: 'warning',
    title: 'A key stands twice',
    explanation:
      'A mapping has each key once. Of several, kubectl takes the last one, other tools the first, or none of them.',
    symptom: 'One of the two values has no effect, and which one depends on the tool.',
    link: YAML,
  },
  PTL0003: {
    severity: 'error',
    title: 'More than can be read',
    explanation:
      'The document nests deeper, or stands for more values, than Portolan reads: a bound against texts that would take a browser down.',
    symptom: 'Kubernetes has bounds of the same kind and refuses such a document too.',
    link: YAML,
  },
  PTL0004: {
    severity: 'info',
    title: 'A template, and no manifest yet',
    explanation:
      'Between double braces stand instructions for Helm or Go templates. What the manifest will be is only known when they have been carried out.',
    symptom:
      'Portolan leaves the document as it is and shows nothing of it. `helm template` prints the manifests.',
    link: 'https://helm.sh/docs/chart_template_guide/getting_started/',
  },
  PTL0005: {
    severity: 'warning',
    title: 'Not every tool reads this the same way',
    explanation:
      'This is YAML, or taken for it, but kubectl, Helm and other tools differ about what it says.',
    symptom: 'It works with one tool, and is refused or means something else with the next.',
    link: YAML,
  },
  PTL0010: {
    severity: 'warning',
    title: 'Not a Kubernetes object',
    explanation:
      'Every manifest says what it is by `apiVersion` and `kind`. Without `kind` nobody can tell.',
    symptom: NOT_APPLIED,
    link: OBJECTS,
  },
  PTL0011: {
    severity: 'warning',
    title: 'No apiVersion',
    explanation:
      'A kind has a meaning only together with the API that it belongs to: there are two kinds called Gateway.',
    symptom: NOT_APPLIED,
    link: OBJECTS,
  },
  PTL0012: {
    severity: 'warning',
    title: 'A manifest without a name',
    explanation: 'Every object has a name, which is text. Others refer to it by that name.',
    symptom: NOT_APPLIED,
    link: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  },
  PTL0013: {
    severity: 'warning',
    title: 'More objects than are shown',
    explanation: 'One document stands for more objects than Portolan takes from a document.',
    symptom: 'The objects at its end are in the YAML, but not on the map.',
    link: OBJECTS,
  },
} as const satisfies Readonly<Record<string, CodeEntry>>;
