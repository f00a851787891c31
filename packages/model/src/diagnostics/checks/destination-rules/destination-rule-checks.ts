import type { Check } from '../../engine/check.ts';
import { ruleMtls } from './rule-mtls.ts';
import { ruleSubsets } from './rule-subsets.ts';
import { sameRuleHost, wideRuleHost } from './same-rule-host.ts';
import { serverCertificate } from './server-certificate.ts';
import { subsetLabels } from './subset-labels.ts';

/** What is asked of DestinationRules, alone and together. */
export const DESTINATION_RULE_CHECKS: readonly Check[] = [
  ruleMtls,
  ruleSubsets,
  sameRuleHost,
  serverCertificate,
  subsetLabels,
  wideRuleHost,
];
