import {
  fieldOf,
  recordField,
  textField,
  type ValueRecord,
} from '../../../resources/tolerant-value.ts';
import { findDelegateConflict } from '../../delegate-conflict.ts';
import type { MatchBlock } from '../services/route-rule.ts';

/**
 * The match blocks of a delegate's route within those of the route that delegates: each of the one
 * with each of the other that it fits in. null where a block fits in none: then the whole route is
 * left out.
 */
export function mergeMatchBlocks(
  root: readonly MatchBlock[],
  delegate: readonly MatchBlock[],
): readonly MatchBlock[] | null {
  if (root.length === 0) return delegate;
  if (delegate.length === 0) return root;
  const merged: MatchBlock[] = [];
  for (const own of delegate) {
    const fitting = root.filter(({ value }) => findDelegateConflict(value, own.value) === null);
    if (fitting.length === 0) return null;
    for (const above of fitting)
      merged.push({
        value: mergeBlock(above.value, own.value),
        origins: [...own.origins, ...above.origins],
      });
  }
  return merged;
}

const SINGLE = [
  ...['uri', 'scheme', 'method', 'authority', 'port', 'gateways', 'sourceNamespace'],
  'statPrefix',
];
const MAPS = ['headers', 'withoutHeaders', 'queryParams', 'sourceLabels'];

function mergeBlock(root: ValueRecord, delegate: ValueRecord): ValueRecord {
  const merged: Record<string, unknown> = { ...delegate };
  const name = joinNames(textField(root, 'name'), textField(delegate, 'name'));
  if (name !== null) merged.name = name;
  for (const field of SINGLE) {
    const value = fieldOf(delegate, field) ?? fieldOf(root, field);
    if (value !== undefined) merged[field] = value;
  }
  for (const field of MAPS) {
    const united = { ...recordField(root, field), ...recordField(delegate, field) };
    if (Object.keys(united).length > 0) merged[field] = united;
  }
  return merged;
}

/** `root-delegate`; one alone where the other has none. */
export function joinNames(root: string | null, delegate: string | null): string | null {
  if (root === null) return delegate;
  return delegate === null ? root : `${root}-${delegate}`;
}
