// Keeps the built app in the browser, so that it opens without a network. Vite's config puts the list
// of files and their version in front; see there.

declare const VERSION: string;
/** Relative to where the app is; `./` is the page. */
declare const FILES: readonly string[];

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const scope = worker.registration.scope;
/** Other apps of the same origin, and Portolan under another path, have caches of their own. */
const PREFIX = `portolan:${scope}:`;
const CURRENT = PREFIX + VERSION;

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  // Only when the user asks for it: what is open goes on with the version that it has.
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
  const { request, resultingClientId } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const isPage = request.mode === 'navigate';
  if (isPage && url.pathname.replace(/index\.html$/, '') !== new URL(scope).pathname) return;
  if (isPage) event.waitUntil(forgetOldVersions(resultingClientId));
  event.respondWith(answer(request, isPage));
});

/** All of a version or nothing of it. What the server has is asked for, and not what lies around. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CURRENT);
  const requests = FILES.map((file) => {
    // Names of built files change with what is in them, so that these can never be stale.
    const isNamedByContent = file.startsWith('assets/');
    return new Request(new URL(file, scope), { cache: isNamedByContent ? 'default' : 'reload' });
  });
  await cache.addAll(requests);
}

/** This version's file; else one of an older version, for tabs that still run it; else the network's. */
async function answer(request: Request, isPage: boolean): Promise<Response> {
  const wanted = isPage ? scope : request.url.replace(/[?#].*$/, '');
  const current = await caches.open(CURRENT);
  const kept = (await current.match(wanted)) ?? (await matchOlder(wanted));
  return kept ?? fetch(request);
}

async function matchOlder(wanted: string): Promise<Response | undefined> {
  for (const name of await olderVersions()) {
    const kept = await (await caches.open(name)).match(wanted);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** Once no other tab is open, nobody needs them any more. */
async function forgetOldVersions(opening: string): Promise<void> {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.some(({ id }) => id !== opening)) return;
  await Promise.all((await olderVersions()).map((name) => caches.delete(name)));
}

/** A version that waits to take over is not old, and is not yet anybody's. */
async function olderVersions(): Promise<readonly string[]> {
  if (worker.registration.waiting !== null || worker.registration.installing !== null) return [];
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
}
