import { type Assumable, assume, describeAssumable } from '@portolan/model';
import type { Session } from '../session/session.ts';
import { showDialog } from '../view-state/view-state.ts';
import type { Command } from './command.ts';

/** Shows what is assumed of what the text does not hold, to change it. */
export const SHOW_ASSUMPTIONS: Command = {
  id: 'show-assumptions',
  title: 'Assumptions…',
  alsoCalled: 'mute muted',
  shortcuts: [],
  writes: false,
  isEnabled: () => true,
  run: ({ view }) => showDialog(view, { kind: 'assumptions', part: 'gateways' }),
};

/** Says of one thing that it is so, as one undo step. */
export function assumeOne(session: Session, assumable: Assumable): void {
  const { assumptions } = session.store.getState().snapshot;
  session.assume(assume(assumptions, assumable), `Assume: ${describeAssumable(assumable)}`);
}
