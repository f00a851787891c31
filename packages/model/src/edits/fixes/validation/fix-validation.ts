import { isFilledInLater } from '../../../diagnostics/facts/is-filled-in-later.ts';
import { valueHere } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';
import { COMMON_RULES } from './common-rules.ts';
import { GATEWAY_RULES } from './gateway-rules.ts';
import { ROUTE_RULES } from './route-rules.ts';
import type { RuleFixer } from './rule-fixer.ts';
import { SERVICE_ENTRY_RULES } from './service-entry-rules.ts';
import { TRAFFIC_RULES } from './traffic-rules.ts';

const RULES: readonly RuleFixer[] = [
  ...GATEWAY_RULES,
  ...ROUTE_RULES,
  ...TRAFFIC_RULES,
  ...SERVICE_ENTRY_RULES,
  ...COMMON_RULES,
];

/** A rule of Istio's validation that is broken: what mends it, by the words that Istio has for the rule. */
export const fixValidation: Fixer = (fixable) => {
  const { rule } = fixable.diagnostic.data;
  if (typeof rule !== 'string' || isFilledInLater(valueHere(fixable))) return [];
  const [, fixer] = RULES.find(([pattern]) => pattern.test(rule)) ?? [];
  return fixer?.(fixable) ?? [];
};
