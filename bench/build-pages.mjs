import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { CACHE } from './cache-folder.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Builds the app, and the page of plain React Flow; returns the folder that holds both. */
export async function buildPages() {
  const folder = join(CACHE, 'pages');
  // Vite's config names its folders from here.
  process.chdir(ROOT);
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: join(folder, 'app'), emptyOutDir: true },
  });
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'bench/plain-flow'),
    base: './',
    // The page has no packages of its own: it takes those of the app.
    resolve: {
      alias: [
        { find: '@portolan/model', replacement: join(ROOT, 'packages/model/src/index.ts') },
        {
          find: /^(@xyflow\/react|react|react-dom)(\/.*)?$/,
          replacement: `${join(ROOT, 'web/node_modules')}/$1$2`,
        },
      ],
      dedupe: ['react', 'react-dom'],
    },
    oxc: { jsx: { runtime: 'automatic' } },
    build: { outDir: join(folder, 'plain'), emptyOutDir: true, target: 'es2023' },
  });
  return folder;
}
