import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CACHE } from './cache-folder.mjs';

/** Bundles the model into one file that any Node can load; returns its path. */
export async function buildModel() {
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('..', import.meta.url)),
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('bundled-model.mjs', import.meta.url)),
      outDir: join(CACHE, 'model'),
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { output: { entryFileNames: 'model.mjs' } },
    },
  });
  return join(CACHE, 'model', 'model.mjs');
}
