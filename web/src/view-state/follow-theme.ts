import { keepSetting, readSetting } from './local-setting.ts';
import type { Theme, ViewStore } from './view-state.ts';

const NAME = 'theme';

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
    keepSetting(NAME, state.theme);
    apply();
  });
  return () => {
    dark.removeEventListener('change', apply);
    stop();
  };
}

function readTheme(): Theme {
  const theme = readSetting(NAME);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
