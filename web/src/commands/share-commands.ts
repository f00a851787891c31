import { showDialog } from '../view-state/view-state.ts';
import type { Command } from './command.ts';

/** Offers the sketch as a link or a file. */
export const SHARE: Command = {
  id: 'share',
  title: 'Share…',
  alsoCalled: 'link embed iframe send',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'share' }),
};
