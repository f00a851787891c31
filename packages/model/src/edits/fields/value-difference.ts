import type { FieldPath } from '../../documents/field-path.ts';
import type { FieldValue } from '../edit-command.ts';
import { type FieldOperation, isRecord } from './field-operation.ts';
import { hasContent } from './format-value.ts';
import { isEqualValue } from './is-equal-value.ts';

const MAX_ALIGNED_CELLS = 40_000;

/**
 * Operations that, applied one after the other, turn `before` into `after` and leave every equal part
 * alone. `isWhole` names places that can only be replaced as a whole.
 */
export function differenceOf(
  path: FieldPath,
  before: unknown,
  after: FieldValue,
  isWhole: (path: FieldPath) => boolean,
): readonly FieldOperation[] {
  if (isEqualValue(before, after)) {
    return [];
  }
  const whole: FieldOperation = { kind: 'set', path, value: after };
  if (!hasContent(after) || isWhole(path)) {
    return [whole];
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0) {
    return listDifference(path, before, after, isWhole);
  }
  const hasCommonKey =
    isRecord(before) &&
    !Array.isArray(after) &&
    Object.keys(after).some((key) => Object.hasOwn(before, key));
  return hasCommonKey && isRecord(before)
    ? mapDifference(path, before, after as { readonly [key: string]: FieldValue }, isWhole)
    : [whole];
}

function mapDifference(
  path: FieldPath,
  before: Readonly<Record<string, unknown>>,
  after: { readonly [key: string]: FieldValue },
  isWhole: (path: FieldPath) => boolean,
): readonly FieldOperation[] {
  const removed = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const kept = Object.entries(after).filter(([key]) => Object.hasOwn(before, key));
  const added = Object.entries(after).filter(([key]) => !Object.hasOwn(before, key));
  return [
    ...removed.map((key) => ({ kind: 'remove', path: [...path, key] }) as const),
    ...kept.flatMap(([key, value]) => differenceOf([...path, key], before[key], value, isWhole)),
    ...added.map(([key, value]) => ({ kind: 'set', path: [...path, key], value }) as const),
  ];
}

/** Operations run from the end of the list to its start, so that indexes before them stay right. */
function listDifference(
  path: FieldPath,
  before: readonly unknown[],
  after: readonly FieldValue[],
  isWhole: (path: FieldPath) => boolean,
): readonly FieldOperation[] {
  const operations: FieldOperation[] = [];
  const pairs = [...alignedPairs(before, after), [before.length, after.length] as const];
  let from = 0;
  let to = 0;
  const gaps: FieldOperation[][] = [];
  for (const [nextBefore, nextAfter] of pairs) {
    gaps.push(gapOperations(path, before, after, { from, to, nextBefore, nextAfter }, isWhole));
    from = nextBefore + 1;
    to = nextAfter + 1;
  }
  for (const gap of gaps.reverse()) {
    operations.push(...gap);
  }
  return operations;
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly nextBefore: number;
  readonly nextAfter: number;
}

/** Between two equal items: what stands at the same place is changed, the rest removed or inserted. */
function gapOperations(
  path: FieldPath,
  before: readonly unknown[],
  after: readonly FieldValue[],
  { from, to, nextBefore, nextAfter }: Gap,
  isWhole: (path: FieldPath) => boolean,
): FieldOperation[] {
  const operations: FieldOperation[] = [];
  const common = Math.min(nextBefore - from, nextAfter - to);
  for (let index = nextBefore - 1; index >= from + common; index--) {
    operations.push({ kind: 'remove', path: [...path, index] });
  }
  for (let offset = nextAfter - to - 1; offset >= common; offset--) {
    const value = after[to + offset];
    if (value !== undefined) {
      operations.push({ kind: 'insert', path, index: from + common, value });
    }
  }
  for (let offset = common - 1; offset >= 0; offset--) {
    const value = after[to + offset];
    if (value !== undefined) {
      const itemPath = [...path, from + offset];
      operations.push(...differenceOf(itemPath, before[from + offset], value, isWhole));
    }
  }
  return operations;
}

/** The longest run of items that both lists have in the same order, as pairs of indexes. */
function alignedPairs(
  before: readonly unknown[],
  after: readonly unknown[],
): readonly (readonly [number, number])[] {
  if (before.length * after.length > MAX_ALIGNED_CELLS) {
    return [];
  }
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const isEqual = before.map((left) => after.map((right) => isEqualValue(left, right)));
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = isEqual[i]?.[j]
        ? lengthAt(i + 1, j + 1) + 1
        : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (isEqual[i]?.[j]) {
      pairs.push([i++, j++]);
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) {
      i++;
    } else {
      j++;
    }
  }
  return pairs;
}
