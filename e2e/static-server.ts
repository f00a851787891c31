import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * A static server as plain as there is: files under one path, a folder's index.html for the folder,
 * and 404 for everything else. No rewrites and no headers but the type.
 */
export class StaticServer {
  readonly url: string;
  /** The folder that is served; another one from the moment that it is set. */
  folder: string;
  readonly #server: Server;

  private constructor(server: Server, path: string, folder: string) {
    this.#server = server;
    this.folder = folder;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  }

  /** Serves a folder under `path`, which begins and ends with `/`. */
  static async start(folder: string, path: string): Promise<StaticServer> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = pathname.startsWith(path) ? served.fileOf(pathname.slice(path.length)) : null;
      if (file === null) {
        response.writeHead(404).end();
        return;
      }
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type });
      createReadStream(file).pipe(response);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const served = new StaticServer(server, path, folder);
    return served;
  }

  /** From now on nobody answers. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  fileOf(path: string): string | null {
    const name = normalize(decodeURIComponent(path));
    if (name.startsWith('..')) return null;
    const file = join(
      this.folder,
      name === '.' || name.endsWith('/') ? join(name, 'index.html') : name,
    );
    return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
  }
}
