import type { Check } from '../../engine/check.ts';
import { gatewaySelector } from './gateway-selector.ts';
import { jwksFetch } from './jwks-fetch.ts';
import { policyWorkloads } from './policy-workloads.ts';

/** What is asked of policies of security, telemetry and extensions. */
export const POLICY_CHECKS: readonly Check[] = [gatewaySelector, jwksFetch, policyWorkloads];
