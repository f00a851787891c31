import type { Theme, ViewStore } from './view-state.ts';

const KEY = 'portolan:theme';

/**
 * Keeps `scheme` what the chosen theme comes to, and the page's attribute with it (the attribute
 * first, so that whoever hears of the change reads the right colours). The choice is remembered.
 */
export function followTheme(store: ViewStore): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const { theme } = store.getState();
    const scheme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
    store.setState({ scheme });
  };
  store.setState({ theme: readTheme() });
  apply();
  dark.addEventListener('change', apply);
  const stop = store.subscribe((state, before) => {
    if (state.theme === before.theme) return;
    keepTheme(state.theme);
    apply();
  });
  return () => {
    dark.removeEventListener('change', apply);
    stop();
  };
}

function readTheme(): Theme {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === 'light' || theme === 'dark' ? theme : 'system';
  } catch (error) {
    if (error instanceof DOMException) return 'system';
    throw error;
  }
}

function keepTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch (error) {
    // Where storage is forbidden, the choice lasts as long as the page.
    if (!(error instanceof DOMException)) throw error;
  }
}
