import type { CodeEntry } from './catalogue.ts';

/** Codes of findings that only Kiali has. */
export const KIALI_CODES = {} as const satisfies Readonly<Record<string, CodeEntry>>;
