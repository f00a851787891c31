import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin, transformWithOxc } from 'vite';

/**
 * What the built page may do. Nothing comes from anywhere else, and no text becomes code. Mantine and
 * Monaco write style elements, hence 'unsafe-inline' for styles only.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** In the built page only: the dev server's own client needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const SERVICE_WORKER = 'web/service-worker/service-worker.ts';
const PUBLIC = 'public';

/**
 * Writes the service worker, with the list of all files of the app and a version that changes with any
 * of them. By hand and not by a library: it is a page of code, and what it keeps is all there is.
 */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const hash = createHash('sha256');
      const names: string[] = [];
      for (const [name, file] of Object.entries(bundle)) {
        names.push(name === 'index.html' ? './' : name);
        hash.update(name).update(file.type === 'chunk' ? file.code : file.source);
      }
      for (const entry of readdirSync(PUBLIC, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const path = join(entry.parentPath, entry.name);
        names.push(path.slice(PUBLIC.length + 1).replaceAll('\\', '/'));
        hash.update(path).update(readFileSync(path));
      }
      const source = readFileSync(SERVICE_WORKER, 'utf8');
      const version = hash.update(source).digest('hex').slice(0, 16);
      const { code } = await transformWithOxc(source, SERVICE_WORKER);
      const files = JSON.stringify(names.sort());
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: `const VERSION = "${version}";\nconst FILES = ${files};\n${code}`,
      });
    },
  };
}

const TARGET = 'es2023';

/**
 * Builds the page for embeds after the app, by itself. In one build both would be cut into dozens of
 * files that they have in common, and an embed shares no cache with the app anyway.
 */
function embedPage(): Plugin {
  let outDir = '';
  return {
    name: 'embed-page',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      await build({
        configFile: false,
        root: 'web',
        publicDir: false,
        base: './',
        logLevel: 'warn',
        plugins: [react(), contentSecurityPolicy()],
        build: {
          outDir,
          emptyOutDir: false,
          target: TARGET,
          assetsInlineLimit: 0,
          chunkSizeWarningLimit: 2000,
          rolldownOptions: { input: 'web/embed.html' },
        },
      });
    },
  };
}

export default defineConfig({
  root: 'web',
  publicDir: '../public',
  // So that the built app works under any path.
  base: './',
  plugins: [react(), contentSecurityPolicy(), serviceWorker(), embedPage()],
  worker: { format: 'es' },
  // The dev server does not look into workers; found later, this one would make the page reload.
  optimizeDeps: { include: ['monaco-editor/editor/editor.worker'] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: TARGET,
    // An inlined font or image would be a data: address, which the policy above refuses.
    assetsInlineLimit: 0,
    // Monaco is one large chunk, loaded after the canvas has been drawn.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // What the first screen needs is one file, and not a hundred pieces that later parts share too.
      output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
