import type { Labels } from './resource.ts';

/**
 * Whether the labels have every pair of the selector. An absent or empty selector matches all:
 * where it selects nothing instead (a Service's), ask before.
 */
export function matchesSelector(selector: Labels | null, labels: Labels): boolean {
  if (selector === null) return true;
  for (const key of Object.keys(selector)) {
    if (!Object.hasOwn(labels, key) || labels[key] !== selector[key]) return false;
  }
  return true;
}
