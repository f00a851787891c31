import type { Check } from '../../engine/check.ts';
import { claimRoute } from './claim-route.ts';
import { deprecatedPercent } from './deprecated-percent.ts';
import { destinationHost } from './destination-host.ts';
import { gatewayReference } from './gateway-reference.ts';
import { ingressSubset } from './ingress-subset.ts';
import { privateMeshHost, sameMeshHost } from './mesh-hosts.ts';
import { subsetReference } from './subset-reference.ts';

/** What is asked of VirtualServices, alone and together. */
export const VIRTUAL_SERVICE_CHECKS: readonly Check[] = [
  claimRoute,
  deprecatedPercent,
  destinationHost,
  gatewayReference,
  ingressSubset,
  privateMeshHost,
  sameMeshHost,
  subsetReference,
];
