import { fieldOf, textField, type ValueRecord } from '../../../resources/tolerant-value.ts';
import type { RouteRule } from '../services/route-rule.ts';
import { joinNames, mergeMatchBlocks } from './merge-match-blocks.ts';

/** What a delegate's route has from the route above where it does not say so itself. */
const INHERITED = [
  ...['rewrite', 'directResponse', 'timeout', 'retries', 'fault', 'mirror', 'mirrorPercent'],
  ...['mirror_percent', 'mirrorPercentage', 'mirrors', 'corsPolicy', 'headers'],
];

/**
 * A delegate's route in the place of the route that delegates to it; null where one of its matches
 * does not fit in any of those above: it is then left out.
 */
export function mergeDelegatedRoute(root: RouteRule, delegate: RouteRule): RouteRule | null {
  const blocks = mergeMatchBlocks(root.blocks, delegate.blocks);
  if (blocks === null) return null;
  const inherited = INHERITED.filter(
    (field) => isUnset(delegate.value, field) && !isUnset(root.value, field),
  );
  const value: Record<string, unknown> = { ...delegate.value };
  for (const field of inherited) value[field] = fieldOf(root.value, field);
  const name = joinNames(textField(root.value, 'name'), textField(delegate.value, 'name'));
  if (name !== null) value.name = name;
  if (blocks.length > 0) value.match = blocks.map((block) => block.value);
  return { value, origin: delegate.origin, delegatedBy: root.origin, inherited, blocks };
}

/** An empty list is as good as none. */
function isUnset(value: ValueRecord, field: string): boolean {
  const written = fieldOf(value, field) ?? null;
  return written === null || (Array.isArray(written) && written.length === 0);
}
