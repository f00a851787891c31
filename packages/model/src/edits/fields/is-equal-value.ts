import { isRecord } from './field-operation.ts';

/**
 * Whether two plain values are equal; the order of a mapping's keys does not matter. Takes time in
 * proportion to what is written even where aliases share parts of it.
 */
export function isEqualValue(left: unknown, right: unknown): boolean {
  return compare(left, right, new Map());
}

function compare(left: unknown, right: unknown, known: Map<unknown, Set<unknown>>): boolean {
  if (Object.is(left, right) || left === right) {
    return true;
  }
  const isSameKind =
    (Array.isArray(left) && Array.isArray(right)) || (isRecord(left) && isRecord(right));
  if (!isSameKind) {
    return false;
  }
  const equals = known.get(left) ?? new Set();
  if (equals.has(right)) {
    return true;
  }
  const isEqual = Array.isArray(left)
    ? compareLists(left, right as readonly unknown[], known)
    : compareMaps(left as Record<string, unknown>, right as Record<string, unknown>, known);
  if (isEqual) {
    known.set(left, equals.add(right));
  }
  return isEqual;
}

function compareLists(
  left: readonly unknown[],
  right: readonly unknown[],
  known: Map<unknown, Set<unknown>>,
): boolean {
  return (
    left.length === right.length && left.every((item, index) => compare(item, right[index], known))
  );
}

function compareMaps(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
  known: Map<unknown, Set<unknown>>,
): boolean {
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && compare(left[key], right[key], known))
  );
}
