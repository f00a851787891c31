import { GATEWAY_FIXERS } from './gateways/gateway-fixers.ts';
import { HOST_FIXERS } from './hosts/host-fixers.ts';
import { KUBERNETES_FIXERS } from './kubernetes/kubernetes-fixers.ts';
import type { FixerTable } from './quick-fix.ts';
import { REFERENCE_FIXERS } from './references/reference-fixers.ts';
import { ROUTE_FIXERS } from './routes/route-fixers.ts';
import { SERVICE_FIXERS } from './services/service-fixers.ts';
import { STRUCTURE_FIXERS } from './structure/structure-fixers.ts';
import { VALIDATION_FIXERS } from './validation/validation-fixers.ts';
import { WORKLOAD_FIXERS } from './workloads/workload-fixers.ts';

/** The ways out, by code; what is not here needs somebody who knows what is meant. */
export const FIXERS: FixerTable = {
  ...GATEWAY_FIXERS,
  ...HOST_FIXERS,
  ...KUBERNETES_FIXERS,
  ...REFERENCE_FIXERS,
  ...ROUTE_FIXERS,
  ...SERVICE_FIXERS,
  ...STRUCTURE_FIXERS,
  ...VALIDATION_FIXERS,
  ...WORKLOAD_FIXERS,
};
