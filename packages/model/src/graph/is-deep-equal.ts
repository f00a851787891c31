/** Whether two pieces of plain data have the same content. */
export function isDeepEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isDeepEqual(item, other[index]))
    );
  }
  if (Array.isArray(other)) return false;
  const record = one as Readonly<Record<string, unknown>>;
  const otherRecord = other as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record);
  return (
    keys.length === Object.keys(otherRecord).length &&
    keys.every(
      (key) => Object.hasOwn(otherRecord, key) && isDeepEqual(record[key], otherRecord[key]),
    )
  );
}
