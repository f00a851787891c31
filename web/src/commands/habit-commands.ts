import type { Habits } from '../view-state/habits.ts';
import { notify } from '../view-state/notice.ts';
import type { Command } from './command.ts';

/** What switches how somebody likes to work; each says what it came to. */
export const HABIT_COMMANDS: readonly Command[] = [
  habitCommand('wheelPans', 'Switch what the wheel does: zoom, or move the map', {
    on: 'The wheel moves the map now. With Ctrl it zooms.',
    off: 'The wheel zooms now.',
  }),
  habitCommand('followsCursor', 'Switch whether the map follows the text cursor', {
    on: 'The map follows the text cursor now.',
    off: 'The map stays where it is now, wherever the text cursor goes.',
  }),
  habitCommand('keepsWritten', 'Switch whether lines that the map wrote stay marked', {
    on: 'What the map writes stays marked in the YAML now, until the next change.',
    off: 'What the map writes is marked in the YAML for a moment only now.',
  }),
];

function habitCommand(
  habit: keyof Habits,
  title: string,
  words: { readonly on: string; readonly off: string },
): Command {
  return {
    id: `habit-${habit}`,
    title,
    shortcuts: [],
    writes: false,
    isEnabled: () => true,
    run: ({ view }) => {
      const { habits } = view.getState();
      const isOn = !habits[habit];
      view.setState({ habits: { ...habits, [habit]: isOn } });
      notify(view, 'info', isOn ? words.on : words.off);
    },
  };
}
