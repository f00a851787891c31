import type { Trace } from '../trace.ts';

/** Where a stage of a trace leads: on, or to the end. */
export type Stage<Next> = { readonly next: Next } | { readonly trace: Trace };
