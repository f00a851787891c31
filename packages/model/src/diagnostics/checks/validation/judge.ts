import type { Schema } from '../../engine/check.ts';
import type { Place } from './place.ts';

/** How a rule of Istio's validation is broken: Istio's own words, and ours. */
export interface Judge {
  /** Istio refuses the manifest. */
  readonly refuse: Verdict;
  /** Istio warns, and takes it. */
  readonly warn: Verdict;
  /** Istio means to warn, and its warning gets lost on the way out. */
  readonly hint: Verdict;
  /** The namespace that the manifest is in. */
  readonly namespace: string;
  /** null until it is loaded. */
  readonly regex: Pick<Schema, 'checkRegex' | 'regexError'> | null;
}

/** Says it about a place: its value, or its key. */
export type Verdict = (place: Place, istio: string, message: string, part?: 'key') => void;

/** A judge of a part whose warnings Istio loses. */
export function withoutWarnings(judge: Judge): Judge {
  return { ...judge, warn: judge.hint };
}
