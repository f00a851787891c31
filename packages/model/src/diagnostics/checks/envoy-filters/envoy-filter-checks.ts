import type { Check } from '../../engine/check.ts';
import { filterPatches } from './filter-patches.ts';

/** What is asked of EnvoyFilters. */
export const ENVOY_FILTER_CHECKS: readonly Check[] = [filterPatches];
