import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.yaml': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.yaml']);

/** Serves a folder on this machine, compressed as any host does; gives its address and `close`. */
export async function serveFolder(folder) {
  const cache = new Map();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    try {
      if (!cache.has(file)) cache.set(file, await answerFor(file));
      const { headers, body } = cache.get(file);
      response.writeHead(200, headers).end(body);
    } catch {
      // Whatever cannot be read is not there.
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

async function answerFor(file) {
  const raw = await readFile(file);
  const extension = extname(file);
  const isCompressed = COMPRESSED.has(extension);
  const headers = {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
  };
  return { headers, body: isCompressed ? gzipSync(raw) : raw };
}
