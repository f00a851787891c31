import { BINDING_CHECKS } from './checks/bindings/binding-checks.ts';
import { GATEWAY_CHECKS } from './checks/gateways/gateway-checks.ts';
import { ROUTE_CHECKS } from './checks/routes/route-checks.ts';
import { VALIDATION_CHECKS } from './checks/validation/validation-checks.ts';
import { VIRTUAL_SERVICE_CHECKS } from './checks/virtual-services/virtual-service-checks.ts';
import type { Check } from './engine/check.ts';

/** Every check there is: each folder under `checks/` lists its own. */
export const ALL_CHECKS: readonly Check[] = [
  ...BINDING_CHECKS,
  ...GATEWAY_CHECKS,
  ...ROUTE_CHECKS,
  ...VALIDATION_CHECKS,
  ...VIRTUAL_SERVICE_CHECKS,
];
