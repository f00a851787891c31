import type { ViewState } from '../view-state/view-state.ts';
import type { Command } from './command.ts';

/** Shows the map alone and as large as the window lets it be; once more leads back to where one was. */
export const PRESENT: Command = {
  id: 'present',
  title: 'Present the map',
  shortcuts: [{ keys: 'Alt+R', scope: 'everywhere' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => view.setState(turned),
};

function turned({ presentedFrom, viewport, isFitted }: ViewState): Partial<ViewState> {
  if (presentedFrom !== null) return { ...presentedFrom, presentedFrom: null };
  return { presentedFrom: { viewport, isFitted }, viewport: null };
}
