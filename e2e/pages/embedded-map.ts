import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Locator, Page } from '@playwright/test';

/** A map inside somebody else's page. */
export class EmbeddedMap {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly canvas: Locator;
  readonly openLink: Locator;
  /** Addresses that were asked for. */
  readonly requests: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.frame = page.frameLocator('iframe');
    this.canvas = this.frame.getByRole('region', { name: /^Canvas/ });
    this.openLink = this.frame.getByRole('link', { name: 'Open in Portolan' });
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** Puts HTML into a page of another origin, as an author of documentation does. */
  async putIntoPage(html: string): Promise<void> {
    await this.page.goto(
      await serve(
        `<!doctype html><html lang="en"><title>Docs</title><main><h1>Docs</h1>${html}</main></html>`,
      ),
    );
  }

  /** Puts a map at this address into a page. */
  async show(address: string): Promise<void> {
    const src = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    await this.putIntoPage(`<iframe src="${src}" title="Map" width="900" height="480"></iframe>`);
  }

  node(name: string): Locator {
    return this.canvas.getByRole('group', { name: new RegExp(` ${name}, namespace `) });
  }

  /** How much code the map has loaded, unpacked. */
  async scriptBytes(): Promise<number> {
    return this.canvas.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
    );
  }

  /** What the map has left in the browser. */
  async storedThings(): Promise<readonly string[]> {
    return this.canvas.evaluate(async () =>
      [
        ...Object.keys(localStorage),
        ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
        ...(await caches.keys()),
        document.cookie,
      ].filter((name) => name !== ''),
    );
  }
}

/** A server of its own, on another port and so of another origin; it goes when the tests do. */
async function serve(html: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
