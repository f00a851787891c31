const PREFIX = 'portolan:';

/** What this browser keeps under a name; null where there is nothing, and where storage is forbidden. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Keeps a setting for the next time; where storage is forbidden or full, it lasts as long as the page. */
export function keepSetting(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
