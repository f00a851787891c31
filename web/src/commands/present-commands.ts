import type { Command } from './command.ts';

/** Shows the map alone, to look at and to show; once more leads back. */
export const PRESENT: Command = {
  id: 'present',
  title: 'Present the map',
  shortcuts: [{ keys: 'Alt+R', scope: 'everywhere' }],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => view.setState(({ isPresenting }) => ({ isPresenting: !isPresenting })),
};
