import type { Check } from '../../engine/check.ts';
import { droppedServer } from './dropped-server.ts';
import { gatewayCredential } from './gateway-credential.ts';
import { gatewayWorkload } from './gateway-workload.ts';
import { overlappingServer } from './overlapping-server.ts';
import { sameCertificate } from './same-certificate.ts';
import { sameServer } from './same-server.ts';

/** What is asked of Gateways, alone and together. */
export const GATEWAY_CHECKS: readonly Check[] = [
  droppedServer,
  gatewayCredential,
  gatewayWorkload,
  overlappingServer,
  sameCertificate,
  sameServer,
];
