import { GATEWAY_FIXERS } from './gateways/gateway-fixers.ts';
import { HOST_FIXERS } from './hosts/host-fixers.ts';
import type { FixerTable } from './quick-fix.ts';
import { REFERENCE_FIXERS } from './references/reference-fixers.ts';
import { ROUTE_FIXERS } from './routes/route-fixers.ts';

/** The ways out, by code; what is not here needs somebody who knows what is meant. */
export const FIXERS: FixerTable = {
  ...GATEWAY_FIXERS,
  ...HOST_FIXERS,
  ...REFERENCE_FIXERS,
  ...ROUTE_FIXERS,
};
