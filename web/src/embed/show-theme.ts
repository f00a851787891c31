import { createViewStore, type ViewStore } from '../view-state/view-state.ts';

/**
 * A view store whose colour scheme is what the address asks for (`?theme=dark`), and else what the
 * system has. Nothing of it is remembered, for the page around it is somebody else's.
 */
export function showTheme(search: string): ViewStore {
  const view = createViewStore();
  const asked = new URLSearchParams(search).get('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const system = dark.matches ? 'dark' : 'light';
    const scheme = asked === 'dark' || asked === 'light' ? asked : system;
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
    view.setState({ scheme });
  };
  apply();
  dark.addEventListener('change', apply);
  return view;
}
