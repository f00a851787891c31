import type { Check } from '../../engine/check.ts';
import { hiddenWildcard } from './hidden-wildcard.ts';
import { mergedRoutes } from './merged-routes.ts';

/** The checks of VirtualServices that share a Gateway. */
export const MERGED_ROUTE_CHECKS: readonly Check[] = [hiddenWildcard, mergedRoutes];
