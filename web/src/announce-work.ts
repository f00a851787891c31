import type { CommandContext } from './commands/command.ts';
import type { StepTaken } from './session/session.ts';
import type { SaveState } from './session/sketches/workspace.ts';
import { announce } from './ui/announce.ts';
import type { Selection } from './view-state/view-state.ts';

/**
 * Tells those who listen to the screen what they cannot see: what was done, undone or redone, what
 * is selected, every notice, and that work is not kept.
 */
export function announceWork({ session, view, workspace }: CommandContext): () => void {
  // A region is only listened to if it was there before its words.
  announce('');
  tellUnsaved(workspace.store.getState().save);
  const endings = [
    workspace.store.subscribe(({ save, opening }, before) => {
      if (save !== before.save) tellUnsaved(save);
      if (opening !== null && opening.name !== before.opening?.name) {
        announce(`Opening ${opening.name}…`, 'opening');
      }
    }),
    session.store.subscribe(({ lastStep }, before) => {
      if (lastStep !== null && lastStep !== before.lastStep) {
        announce(describeStep(lastStep), 'step');
      }
    }),
    view.subscribe((state, before) => {
      const { selection, notices } = state;
      const notice = notices.at(-1);
      if (notice !== undefined && !before.notices.includes(notice)) {
        announce(notice.message, 'notice');
      }
      // What a command selects belongs to what it did, and what the cursor is in is read by the editor.
      const isChosen = selection.origin === 'canvas' || selection.origin === 'outline';
      if (isChosen && selection !== before.selection) {
        announce(describeSelection(selection), 'selection');
      }
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/** That it is kept is nothing to be told with every pause in typing. */
function tellUnsaved(save: SaveState): void {
  if (save.kind === 'unsaved') announce(`Not saved. ${save.reason}`, 'save');
}

function describeStep({ kind, label }: StepTaken): string {
  switch (kind) {
    case 'done':
      return `Done: ${label}`;
    case 'undone':
      return `Undone: ${label}`;
    case 'redone':
      return `Redone: ${label}`;
  }
}

function describeSelection({ nodes, edges, notes }: Selection): string {
  const parts = [
    count(nodes.length, 'node'),
    count(edges.length, 'connection'),
    count(notes.length, 'note'),
  ];
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? 'Nothing selected' : `${present.join(' and ')} selected`;
}

function count(number: number, word: string): string | null {
  if (number === 0) return null;
  return number === 1 ? `1 ${word}` : `${number} ${word}s`;
}
