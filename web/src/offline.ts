/** What the app hears of its copy in this browser. */
export interface OfflineHost {
  /** A newer version is in this browser. `reload` goes on with it; until then this one goes on. */
  onUpdate(reload: () => Promise<void>): void;
}

const HOUR_MILLISECONDS = 3_600_000;

/**
 * Keeps the built app in this browser, so that it opens without a network, and looks for newer
 * versions when the user comes back to it. Nothing where the browser cannot.
 */
export async function keepOffline(host: OfflineHost): Promise<void> {
  if (!import.meta.env.PROD || navigator.serviceWorker === undefined) return;
  const registration = await register();
  if (registration === undefined) return;
  const tell = () => host.onUpdate(() => takeOver(registration));
  const tellWhenInstalled = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The first version of all is no update.
      if (installing.state === 'installed' && registration.active !== null) tell();
    });
  };
  if (registration.waiting !== null) tell();
  tellWhenInstalled();
  registration.addEventListener('updatefound', tellWhenInstalled);
  let lookedAt = Date.now();
  document.addEventListener('visibilitychange', () => {
    const isDue = Date.now() - lookedAt > HOUR_MILLISECONDS;
    if (document.visibilityState !== 'visible' || !isDue) return;
    lookedAt = Date.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => undefined);
  });
}

async function register(): Promise<ServiceWorkerRegistration | undefined> {
  const address = new URL('./service-worker.js', document.baseURI);
  try {
    await navigator.serviceWorker.register(address);
    return await navigator.serviceWorker.getRegistration();
  } catch {
    // Forbidden by the user, or served in a way that browsers do not allow it for.
    return undefined;
  }
}

/** Another tab may have let the new version take over already. */
async function takeOver({ waiting }: ServiceWorkerRegistration): Promise<void> {
  if (waiting !== null) {
    const isDone = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    waiting.postMessage('take-over');
    await isDone;
  }
  location.reload();
}
