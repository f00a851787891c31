import { ROUTE_CHECKS } from './checks/routes/route-checks.ts';
import { gatewayReference } from './checks/virtual-services/gateway-reference.ts';
import type { Check } from './engine/check.ts';

/** Every check there is. */
export const ALL_CHECKS: readonly Check[] = [gatewayReference, ...ROUTE_CHECKS];
