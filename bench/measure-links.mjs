import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFrom } from './cache-folder.mjs';
import { median } from './statistics.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLES = join(ROOT, 'public/samples');
const MANIFESTS = join(ROOT, '../shared/manifests');

/**
 * Characters of the link to each sample and to real manifests, and of what lz-string makes of the same
 * input. `real` is null where the folder of real manifests is not there.
 */
export async function measureLinks(model, peersFolder) {
  const measure = await linkMeasurer(model, peersFolder);
  const samples = [];
  for (const file of filesUnder(SAMPLES)) samples.push(await measure(file));
  if (!existsSync(MANIFESTS)) return { samples, real: null };
  const lengths = [];
  for (const file of filesUnder(MANIFESTS)) lengths.push(await measure(file));
  const all = lengths.filter(({ ours }) => ours !== null);
  return {
    samples,
    real: {
      files: all.length,
      ours: median(all.map(({ ours }) => ours)),
      theirs: median(all.map(({ theirs }) => theirs)),
    },
  };
}

async function linkMeasurer(model, peersFolder) {
  const lz = await importFrom(peersFolder, 'lz-string').catch(() => null);
  return async (file) => {
    const text = readFileSync(file, 'utf8');
    const name = file.split(/[\\/]/).at(-1);
    const link = await model.encodeLink({ name, text, positions: [], viewport: null });
    const input = `${text}\n${JSON.stringify({ n: name })}`;
    return {
      name,
      bytes: Buffer.byteLength(text),
      ours: link.kind === 'link' ? link.fragment.length : null,
      theirs: lz === null ? null : lz.default.compressToEncodedURIComponent(input).length,
    };
  };
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}
