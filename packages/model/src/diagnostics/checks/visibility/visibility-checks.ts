import type { Check } from '../../engine/check.ts';
import { hiddenDestination } from './hidden-destination.ts';
import { hiddenVirtualService } from './hidden-virtual-service.ts';

/** The checks of what a Gateway's pods see. */
export const VISIBILITY_CHECKS: readonly Check[] = [hiddenDestination, hiddenVirtualService];
