// Writes src/schema/published-fields.mjs out of the packages that publish the types of the kinds.
// Does nothing where that file is as new as this folder and the packages' versions.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, '../src/schema/published-fields.mjs');

/** Changes whenever the result could. */
function fingerprint() {
  const hash = createHash('sha256');
  const sources = readdirSync(HERE).filter((name) => name.endsWith('.mjs'));
  for (const name of sources.sort()) hash.update(readFileSync(join(HERE, name)));
  hash.update(
    JSON.stringify(JSON.parse(readFileSync(join(HERE, '../package.json'))).devDependencies),
  );
  return `// ${hash.digest('hex')}`;
}

const stamp = fingerprint();
if (!existsSync(TARGET) || !readFileSync(TARGET, 'utf8').startsWith(stamp)) {
  const { readPublishedFields } = await import('./read-published-fields.mjs');
  const published = JSON.stringify(await readPublishedFields());
  // A long text that is parsed as JSON starts several times faster than the same as JavaScript.
  const source = `export const PUBLISHED_FIELDS = JSON.parse(${JSON.stringify(published)});`;
  writeFileSync(TARGET, `${stamp}\n${source}\n`);
}
