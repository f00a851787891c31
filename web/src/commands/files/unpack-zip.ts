import { type GivenFile, isManifestPath } from './collect-files.ts';

const LARGEST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 10_000;

/** The manifests in an archive, or why it cannot be opened. */
export type UnpackResult =
  | { readonly ok: true; readonly files: readonly GivenFile[] }
  | { readonly ok: false; readonly reason: string };

/** Whether the bytes are a zip archive, whatever the file is called. */
export function isZip(bytes: ArrayBuffer): boolean {
  const [p, k, three, four] = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  return p === 0x50 && k === 0x4b && three === 0x03 && four === 0x04;
}

/** Unpacks the manifests of a zip archive. What would become larger than 64 MB is not unpacked at all. */
export async function unpackZip(name: string, bytes: ArrayBuffer): Promise<UnpackResult> {
  const { unzipSync } = await import('fflate');
  let size = 0;
  let count = 0;
  try {
    const unpacked = unzipSync(new Uint8Array(bytes), {
      filter: (entry) => {
        if (!isManifestPath(entry.name)) return false;
        size += entry.originalSize;
        count += 1;
        if (size > LARGEST_BYTES || count > MOST_FILES) throw new TooLarge();
        return true;
      },
    });
    const files = Object.entries(unpacked).map(([path, data]) => ({
      path,
      size: data.byteLength,
      handle: null,
      read: async () => data.slice().buffer,
    }));
    return files.length > 0
      ? { ok: true, files }
      : {
          ok: false,
          reason: `${name} holds no manifests: no file that ends in .yaml, .yml or .json.`,
        };
  } catch (error) {
    const reason =
      error instanceof TooLarge
        ? `${name} would be larger than 64 MB when unpacked. Open a part of it.`
        : `${name} is not a zip archive that can be read. Unpack it yourself, and open the folder.`;
    return { ok: false, reason };
  }
}

class TooLarge extends Error {}
