import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  root: 'web',
  publicDir: '../public',
  // So that the built app works under any path.
  base: './',
  plugins: [react(), contentSecurityPolicy()],
  worker: { format: 'es' },
  // The dev server does not look into workers; found later, this one would make the page reload.
  optimizeDeps: { include: ['monaco-editor/editor/editor.worker'] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    // An inlined font or image would be a data: address, which the policy above refuses.
    assetsInlineLimit: 0,
    // Monaco is one large chunk, loaded after the canvas has been drawn.
    chunkSizeWarningLimit: 4000,
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
