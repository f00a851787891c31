import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import { wildcardSuffixes } from '../../../resources/host-name.ts';
import type { Subset } from '../../../resources/kinds/destination-rule.ts';
import { matchesSelector } from '../../../resources/match-selector.ts';
import { findRecord, recordField, type ValueRecord } from '../../../resources/tolerant-value.ts';
import type { GatewayWorkload } from '../../gateway-config.ts';
import { readScopes } from '../world/registry-service.ts';
import type { World } from '../world/world.ts';
import { type JoinedRules, joinRules, scopesOf } from './join-rules.ts';

/** A subset, and the DestinationRule that has it. */
export interface RuleSubset {
  readonly rule: ResourceOf<'DestinationRule'>;
  readonly subset: Subset;
}

/** The DestinationRules that count for a host as one namespace's pods see it: merged, the oldest first. */
export interface EffectiveRule {
  readonly rules: readonly ResourceOf<'DestinationRule'>[];
  readonly subsets: ReadonlyMap<string, RuleSubset>;
  /** That of the first rule that has one. */
  readonly trafficPolicy: ValueRecord;
}

/** Where rules and policies count for every namespace. */
export const ROOT_NAMESPACE = 'istio-system';

const NO_RULE: EffectiveRule = { rules: [], subsets: new Map(), trafficPolicy: {} };

/** Pods, as rules pick them. */
export type RulePods = Pick<GatewayWorkload, 'namespace' | 'labels'>;

/**
 * The rule for a host: of the pods' namespace; else of the Service's, where it is exported to the
 * pods; else of Istio's own. In each the most specific host wins. A rule anywhere else never counts.
 */
export function effectiveRule(
  world: World,
  host: string,
  serviceNamespace: string | null,
  pods: RulePods,
): EffectiveRule {
  const ofPods = found.get(world) ?? new WeakMap<RulePods, Map<string, EffectiveRule>>();
  found.set(world, ofPods);
  const ofHosts = ofPods.get(pods) ?? new Map<string, EffectiveRule>();
  ofPods.set(pods, ofHosts);
  const key = `${serviceNamespace} ${host}`;
  const rule = ofHosts.get(key) ?? findRule(world, host, serviceNamespace, pods);
  ofHosts.set(key, rule);
  return rule;
}

const found = new WeakMap<World, WeakMap<RulePods, Map<string, EffectiveRule>>>();

function findRule(
  world: World,
  host: string,
  serviceNamespace: string | null,
  pods: RulePods,
): EffectiveRule {
  const pool = pods.namespace === ROOT_NAMESPACE ? 'private' : 'own';
  const own = rulesFor(world, host, pods.namespace, pods.namespace, pool);
  if (own.length > 0) return pick(own, pods.namespace, pods);
  for (const namespace of [serviceNamespace, ROOT_NAMESPACE]) {
    if (namespace === null) continue;
    const rules = rulesFor(world, host, namespace, pods.namespace, 'exported');
    if (rules.length > 0) return pick(rules, namespace, pods);
  }
  return NO_RULE;
}

/**
 * Of which rules of a namespace one is looked for: those that it has for itself too; those that are
 * for it alone, which are all that pods of Istio's own namespace count as their own; those that
 * others may have too.
 */
type Pool = 'own' | 'private' | 'exported';

function rulesFor(
  world: World,
  host: string,
  namespace: string,
  podNamespace: string,
  pool: Pool,
): readonly JoinedRules[] {
  if (!homesOf(world).has(namespace)) return [];
  // What is written out comes first, then the longest wildcard.
  for (const own of [host, ...wildcardSuffixes(host).map((suffix) => `*${suffix}`)]) {
    const rules = (world.rulesAt.get(`${namespace} ${own}`) ?? []).filter((rule) =>
      isIn(pool, readScopes(scopesOf(rule), namespace), namespace),
    );
    if (rules.length === 0) continue;
    const isSeen = ({ scopes }: JoinedRules): boolean => {
      const names = readScopes(scopes, namespace);
      return !names.includes('~') && (names.includes('*') || names.includes(podNamespace));
    };
    const seen = joinRules(rules).filter(isSeen);
    // Of those for others the nearest host is final, whoever they are for.
    if (seen.length > 0 || pool === 'exported') return seen;
  }
  return [];
}

const homes = new WeakMap<World, ReadonlySet<string>>();

/** The namespaces that have rules. */
function homesOf(world: World): ReadonlySet<string> {
  const known = homes.get(world);
  if (known !== undefined) return known;
  const all = [...world.rulesAt.values()].flatMap((rules) =>
    rules.map(({ namespace }) => namespace),
  );
  const read = new Set(all);
  homes.set(world, read);
  return read;
}

function isIn(pool: Pool, scopes: readonly string[], namespace: string): boolean {
  const isPrivate = scopes.every((scope) => scope === namespace);
  return pool === 'own' || isPrivate === (pool === 'private');
}

/** That which selects the pods, in their own namespace; else the last that selects none. */
function pick(all: readonly JoinedRules[], namespace: string, pods: RulePods): EffectiveRule {
  const isMeant = ({ selector }: JoinedRules): boolean =>
    selector !== null && namespace === pods.namespace && matchesSelector(selector, pods.labels);
  const meant = all.find(isMeant) ?? all.findLast(({ selector }) => selector === null);
  return meant === undefined ? NO_RULE : merge(meant.rules);
}

function merge(rules: readonly ResourceOf<'DestinationRule'>[]): EffectiveRule {
  const subsets = new Map<string, RuleSubset>();
  for (const rule of rules)
    for (const subset of rule.details.subsets)
      if (!subsets.has(subset.name)) subsets.set(subset.name, { rule, subset });
  const policies = rules.map(({ value }) =>
    findRecord(recordField(value, 'spec'), 'trafficPolicy'),
  );
  return { rules, subsets, trafficPolicy: policies.find((policy) => policy !== null) ?? {} };
}
