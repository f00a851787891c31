#!/usr/bin/env node
// Runs the command line from its TypeScript sources: they are bundled when they are newer than the
// bundle, so that Node 20 can run them and a second run starts at once.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const cli = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = [join(cli, 'src'), join(cli, '../model/src')];
const dist = join(cli, 'dist');

/** Changes whenever a source file does. */
async function hashSources() {
  const hash = createHash('sha256');
  // It holds the version.
  hash.update(await readFile(join(cli, 'package.json')));
  for (const folder of sources) {
    const entries = await readdir(folder, { recursive: true });
    const files = entries.filter((name) => /\.m?(ts|js)$/.test(name) && !name.endsWith('.test.ts'));
    const states = await Promise.all(
      files.sort().map(async (name) => {
        const { mtimeMs, size } = await stat(join(folder, name));
        return `${name} ${mtimeMs} ${size}\n`;
      }),
    );
    hash.update(states.join(''));
  }
  return hash.digest('hex').slice(0, 16);
}

async function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Written beside and moved into place, so that two runs at once never see half a bundle. */
async function bundleTo(file) {
  const { build } = await import('vite');
  const folder = join(dist, `building-${process.pid}-${Date.now()}`);
  await mkdir(folder, { recursive: true });
  try {
    await build({
      configFile: false,
      root: cli,
      logLevel: 'silent',
      publicDir: false,
      build: {
        ssr: join(cli, 'src/main.ts'),
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'main.mjs', codeSplitting: false } },
      },
      ssr: { noExternal: true },
    });
    await rename(join(folder, 'main.mjs'), file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await removeOldBundles(file);
}

/** Leaves young ones alone: another run may be about to read one. */
async function removeOldBundles(current) {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(dist)) {
    const file = join(dist, name);
    if (file === current) continue;
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    if (mtimeMs < hourAgo) await rm(file, { recursive: true, force: true });
  }
}

const bundle = join(dist, `portolan-${await hashSources()}.mjs`);
if (!(await exists(bundle))) {
  try {
    await bundleTo(bundle);
  } catch (error) {
    console.error(`portolan: the sources could not be bundled. ${error.message}`);
    console.error('Run `pnpm install` in the checkout and try again.');
    process.exit(2);
  }
}
const { main } = await import(pathToFileURL(bundle).href);
await main();
