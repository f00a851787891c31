import { gatewayReference } from './checks/virtual-services/gateway-reference.ts';
import type { Check } from './engine/check.ts';

/** Every check there is. */
export const ALL_CHECKS: readonly Check[] = [gatewayReference];
