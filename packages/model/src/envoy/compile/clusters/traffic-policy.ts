import {
  findRecord,
  integerField,
  isRecord,
  listField,
  recordField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import type { EffectiveRule } from './effective-rule.ts';

/** What ports and subsets decide for themselves, each part as a whole. */
const PARTS = ['connectionPool', 'outlierDetection', 'loadBalancer', 'tls'];
/** What subsets decide too, and ports do not. */
const MORE_PARTS = ['tunnel', 'proxyProtocol', 'retryBudget'];

/** The traffic policy that a rule writes for one of its subsets; empty where it writes none. */
export function subsetPolicy({ subsets }: EffectiveRule, name: string): ValueRecord {
  const named = subsets.get(name);
  if (named === undefined) return {};
  const written = listField(recordField(named.rule.value, 'spec'), 'subsets')[named.subset.index];
  return isRecord(written) ? recordField(written, 'trafficPolicy') : {};
}

/** The policy of a cluster: the subset's parts before the host's (`MergeSubsetTrafficPolicy`). */
export function trafficPolicy(
  rule: EffectiveRule,
  port: number,
  subset: string | null,
): ValueRecord {
  const { policy } = forPort(rule.trafficPolicy, port);
  if (subset === null) return policy;
  const own = forPort(subsetPolicy(rule, subset), port);
  return {
    ...policy,
    ...(own.isOfPort ? pick(own.policy, PARTS, true) : pick(own.policy, PARTS)),
    ...pick(own.policy, MORE_PARTS),
  };
}

/**
 * What a policy says for a port: what `portLevelSettings` say for it, and then nothing of what is
 * beside them (`GetPortLevelTrafficPolicy`).
 */
function forPort(
  policy: ValueRecord,
  port: number,
): { readonly policy: ValueRecord; readonly isOfPort: boolean } {
  const own = listField(policy, 'portLevelSettings')
    .filter(isRecord)
    .find((setting) => integerField(recordField(setting, 'port'), 'number') === port);
  return own === undefined
    ? { policy: pick(policy, [...PARTS, ...MORE_PARTS]), isOfPort: false }
    : { policy: pick(own, PARTS), isOfPort: true };
}

/** Those parts of a policy that are there; with `clears` also that the others are not. */
function pick(policy: ValueRecord, parts: readonly string[], clears = false): ValueRecord {
  const picked = parts.map((part) => [part, findRecord(policy, part)] as const);
  return Object.fromEntries(picked.filter(([, value]) => clears || value !== null));
}
