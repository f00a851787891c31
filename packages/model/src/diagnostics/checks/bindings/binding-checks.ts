import type { Check } from '../../engine/check.ts';
import { hostCoverage } from './host-coverage.ts';
import { idleGateway } from './idle-gateway.ts';
import { meshOnly } from './mesh-only.ts';
import { routeProtocol } from './route-protocol.ts';

/** The checks of how Gateways and VirtualServices meet that neither Istio nor Kiali has. */
export const BINDING_CHECKS: readonly Check[] = [
  hostCoverage,
  idleGateway,
  meshOnly,
  routeProtocol,
];
