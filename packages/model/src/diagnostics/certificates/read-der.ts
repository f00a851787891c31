/** A value of ASN.1 in DER: what it is, and where its content is in the bytes. */
export interface DerValue {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
}

/** The value that begins at `start`; null where there is none that ends by `limit`. */
export function readDer(bytes: Uint8Array, start: number, limit: number): DerValue | null {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || start + 2 > limit) return null;
  const count = first < 0x80 ? 0 : first & 0x7f;
  if (count > 4 || first === 0x80) return null;
  let length = count === 0 ? first : 0;
  for (let index = 0; index < count; index += 1)
    length = length * 256 + (bytes[start + 2 + index] ?? 0);
  const content = start + 2 + count;
  return content + length <= limit ? { tag, start: content, end: content + length } : null;
}

/** The values within one, in order; null where what is within is no whole values. */
export function readDerItems(
  bytes: Uint8Array,
  { start, end }: DerValue,
): readonly DerValue[] | null {
  const items: DerValue[] = [];
  for (let at = start; at < end; ) {
    const item = readDer(bytes, at, end);
    if (item === null) return null;
    items.push(item);
    at = item.end;
  }
  return items;
}
