import type { Severity } from '../diagnostic.ts';
import { DOCUMENT_CODES } from './document-codes.ts';
import { INGRESS_CODES } from './ingress-codes.ts';
import { ISTIO_CODES } from './istio-codes.ts';
import { KIALI_CODES } from './kiali-codes.ts';
import { KUBERNETES_CODES } from './kubernetes-codes.ts';
import { PORTOLAN_CODES } from './portolan-codes.ts';
import { ROUTING_CODES } from './routing-codes.ts';
import { STRUCTURE_CODES } from './structure-codes.ts';
import { VALIDATION_CODES } from './validation-codes.ts';

/** What is known of a code. Texts are plain English; `explanation` and `symptom` are whole sentences. */
export interface CodeEntry {
  /** As it is unless a finding says otherwise. */
  readonly severity: Severity;
  /** A few words, without a full stop: `Gateway not found`. */
  readonly title: string;
  /** Why it is wrong: how Istio or Kubernetes understands what is written. */
  readonly explanation: string;
  /** What somebody sees who sends a request, or applies the manifest. */
  readonly symptom: string;
  /** Where to read on. */
  readonly link: string;
  /** Istio's message template, with Go's verbs; absent for codes that are not Istio's. */
  readonly template?: string;
  /** Whether Istio says it once of each resource: of several findings the first counts. */
  readonly once?: true;
}

/** All codes there are: Istio's `IST…`, Kiali's `KIA…` where only Kiali has the finding, and our own `PTL…`. */
export const CATALOGUE = {
  ...DOCUMENT_CODES,
  ...INGRESS_CODES,
  ...ISTIO_CODES,
  ...KIALI_CODES,
  ...KUBERNETES_CODES,
  ...PORTOLAN_CODES,
  ...ROUTING_CODES,
  ...STRUCTURE_CODES,
  ...VALIDATION_CODES,
} as const;

/** A code of the catalogue. Codes are never used for something else: a retired one stays retired. */
export type Code = keyof typeof CATALOGUE;

/** What is known of the code. */
export function entryOf(code: Code): CodeEntry {
  return CATALOGUE[code];
}

/** Whether the text is a code of the catalogue. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(CATALOGUE, text);
}

/** All codes, sorted. */
export function listCodes(): readonly Code[] {
  return Object.keys(CATALOGUE).filter(isCode).toSorted();
}
