import type { Check } from '../../engine/check.ts';
import { backendTls } from './backend-tls.ts';
import { claimRoute } from './claim-route.ts';
import { deprecatedPercent } from './deprecated-percent.ts';
import { destinationHost } from './destination-host.ts';
import { gatewayReference } from './gateway-reference.ts';
import { ingressSubset } from './ingress-subset.ts';
import { loneWeight } from './lone-weight.ts';
import { matchGateway } from './match-gateway.ts';
import { privateMeshHost, sameMeshHost } from './mesh-hosts.ts';
import { sameDestination } from './same-destination.ts';
import { sameGatewayHost } from './same-gateway-host.ts';
import { subsetReference } from './subset-reference.ts';

/** What is asked of VirtualServices, alone and together. */
export const VIRTUAL_SERVICE_CHECKS: readonly Check[] = [
  backendTls,
  claimRoute,
  deprecatedPercent,
  destinationHost,
  gatewayReference,
  ingressSubset,
  loneWeight,
  matchGateway,
  privateMeshHost,
  sameDestination,
  sameGatewayHost,
  sameMeshHost,
  subsetReference,
];
