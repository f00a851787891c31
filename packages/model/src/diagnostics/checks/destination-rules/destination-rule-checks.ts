import type { Check } from '../../engine/check.ts';
import { ruleSubsets } from './rule-subsets.ts';
import { serverCertificate } from './server-certificate.ts';

/** What is asked of DestinationRules, alone and together. */
export const DESTINATION_RULE_CHECKS: readonly Check[] = [ruleSubsets, serverCertificate];
