const KEY = 'portolan:sketch';

/** The id of the sketch that this tab had open before it was loaded again; null where there is none. */
export function readTabSketch(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Remembers which sketch this tab has open, as long as the tab is there. */
export function keepTabSketch(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch (error) {
    // Where storage is forbidden nothing is stored anyway.
    if (!(error instanceof DOMException)) throw error;
  }
}
