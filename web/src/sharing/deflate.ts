/** No sketch is larger: a link is a few kilobytes, and unpacks to some hundred. */
export const LARGEST_BYTES = 20 * 1024 * 1024;
/** Manifests shrink to a fiftieth at most; what unpacks to much more was made to fill the memory. */
const MOST_TIMES = 400;
/** Up to this size, what is packed does not have to make sense. */
const HARMLESS_BYTES = 1024 * 1024;

/** Packs bytes with the browser's own deflate, without header and checksum. */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Bytes, or why there are none: `damaged`: they are not deflated, or not complete. */
export type InflateResult =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' };

/** Unpacks bytes, and stops as soon as there are more than any sketch has. */
export async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<InflateResult> {
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (!isPlausible(size, packed.length)) {
        await reader.cancel();
        return { kind: 'too-large' };
      }
      chunks.push(next.value);
    }
  } catch {
    // Browsers differ in what they throw; whatever it is, these bytes cannot be unpacked.
    return { kind: 'damaged' };
  }
  return { kind: 'bytes', bytes: await joinChunks(chunks) };
}

/** Whether so many bytes may come from so many packed ones. */
export function isPlausible(size: number, packedSize: number): boolean {
  return size <= LARGEST_BYTES && (size <= HARMLESS_BYTES || size <= packedSize * MOST_TIMES);
}

async function joinChunks(chunks: readonly Uint8Array<ArrayBuffer>[]) {
  return new Uint8Array(await new Blob([...chunks]).arrayBuffer());
}
