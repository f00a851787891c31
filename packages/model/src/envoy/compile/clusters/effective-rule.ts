import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { wildcardSuffixes } from '../../../resources/host-name.ts';
import type { Subset } from '../../../resources/kinds/destination-rule.ts';
import { readScopes } from '../world/registry-service.ts';
import type { World } from '../world/world.ts';

/** A subset, and the DestinationRule that has it. */
export interface RuleSubset {
  readonly rule: ResourceOf<'DestinationRule'>;
  readonly subset: Subset;
}

/** The DestinationRules that count for a host as one namespace's pods see it: merged, the oldest first. */
export interface EffectiveRule {
  readonly rules: readonly ResourceOf<'DestinationRule'>[];
  readonly subsets: ReadonlyMap<string, RuleSubset>;
}

/** Where rules count for every namespace. */
const ROOT = 'istio-system';

const NO_RULE: EffectiveRule = { rules: [], subsets: new Map() };

/**
 * The rule for a host: of the pods' namespace; else of the Service's, where it is exported to the
 * pods; else of Istio's own. In each the most specific host wins. A rule anywhere else never counts.
 */
export function effectiveRule(
  world: World,
  host: string,
  serviceNamespace: string | null,
  podNamespace: string,
): EffectiveRule {
  const own = rulesFor(world, host, podNamespace, podNamespace, podNamespace === ROOT);
  if (own.length > 0) return merge(own);
  for (const namespace of [serviceNamespace, ROOT]) {
    if (namespace === null) continue;
    const rules = rulesFor(world, host, namespace, podNamespace, false);
    if (rules.length > 0) return merge(rules);
  }
  return NO_RULE;
}

/** In Istio's own namespace, pods of it count only rules for it alone as their own; those for all come last. */
function rulesFor(
  world: World,
  host: string,
  namespace: string,
  podNamespace: string,
  onlyPrivate: boolean,
): readonly ResourceOf<'DestinationRule'>[] {
  const isSeen = ({ details }: ResourceOf<'DestinationRule'>): boolean => {
    const scopes = readScopes(details.exportTo, namespace);
    if (scopes.includes('~')) return false;
    if (onlyPrivate) return scopes.every((scope) => scope === namespace);
    return scopes.includes('*') || scopes.includes(podNamespace);
  };
  // What is written out comes first, then the longest wildcard.
  for (const own of [host, ...wildcardSuffixes(host).map((suffix) => `*${suffix}`)]) {
    const rules = (world.rulesAt.get(`${namespace} ${own}`) ?? []).filter(isSeen);
    if (rules.length > 0) return rules;
  }
  return [];
}

function merge(rules: readonly ResourceOf<'DestinationRule'>[]): EffectiveRule {
  const subsets = new Map<string, RuleSubset>();
  for (const rule of rules)
    for (const subset of rule.details.subsets)
      if (!subsets.has(subset.name)) subsets.set(subset.name, { rule, subset });
  return { rules, subsets };
}
