import type { Check } from '../../engine/check.ts';
import { exportedNamespace } from './exported-namespace.ts';

/** What is asked of every resource that says which namespaces see it. */
export const EXPORT_CHECKS: readonly Check[] = [exportedNamespace];
