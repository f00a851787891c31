import type { ResourceOf } from '../../../graph/graph-lookup.ts';
import type { Labels } from '../../../resources/resource.ts';
import { findRecord, labelsField, recordField } from '../../../resources/tolerant-value.ts';

/** DestinationRules of one namespace and host that count as one. */
export interface JoinedRules {
  /** Of the pods that they are for; null: all. */
  readonly selector: Labels | null;
  /** Who sees them, as the first of them says it; null: it does not. */
  readonly scopes: readonly string[] | null;
  readonly rules: readonly ResourceOf<'DestinationRule'>[];
}

/**
 * Joins the rules of one host in one namespace, the oldest first (`mergeDestinationRule`): those that
 * are for the same eyes and the same pods. One that is for more eyes joins those before it, too.
 */
export function joinRules(rules: readonly ResourceOf<'DestinationRule'>[]): readonly JoinedRules[] {
  const [only, ...others] = rules;
  if (only !== undefined && others.length === 0)
    return [{ selector: selectorOf(only), scopes: scopesOf(only), rules }];
  const joined: (JoinedRules & { readonly rules: ResourceOf<'DestinationRule'>[] })[] = [];
  // Those that select pods come before the others, whatever their age.
  for (const selects of [true, false])
    for (const rule of rules.filter((one) => (selectorOf(one) !== null) === selects)) {
      const selector = selectorOf(rule);
      const scopes = scopesOf(rule);
      let isApart = true;
      for (const other of joined) {
        const fit = compareScopes(scopes ?? [], other.scopes ?? []);
        isApart = fit !== 'same';
        if (fit === 'apart') continue;
        const areBoth = selector !== null && other.selector !== null;
        if (areBoth && !isSame(selector, other.selector)) {
          isApart = true;
          continue;
        }
        if (areBoth || (selector === null && other.selector === null)) isApart = false;
        other.rules.push(rule);
      }
      if (isApart) joined.push({ selector, scopes, rules: [rule] });
    }
  return joined;
}

/** A rule that selects pods is for its own namespace, whatever it says. */
export function scopesOf(rule: ResourceOf<'DestinationRule'>): readonly string[] | null {
  return selectorOf(rule) === null ? rule.details.exportTo : ['.'];
}

function selectorOf({ value }: ResourceOf<'DestinationRule'>): Labels | null {
  const selector = findRecord(recordField(value, 'spec'), 'workloadSelector');
  return selector === null ? null : labelsField(selector, 'matchLabels');
}

function compareScopes(
  own: readonly string[],
  other: readonly string[],
): 'same' | 'wider' | 'apart' {
  const isWithin = (one: readonly string[], all: readonly string[]): boolean =>
    one.every((scope) => all.includes(scope));
  if (!isWithin(other, own)) return 'apart';
  if (isWithin(own, other)) return 'same';
  return other.length > 0 ? 'wider' : 'apart';
}

function isSame(one: Labels, other: Labels): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}
