import type { StepTaken } from './session.ts';
import type { StepBeside } from './text/text-store.ts';

/** A step of the history beside the text, that says what became of it each time it is taken. */
export function stepBeside(
  label: string,
  undo: (taken: StepTaken) => void,
  redo: (taken: StepTaken) => void,
): StepBeside {
  return {
    kind: 'beside',
    label,
    undo: () => undo({ kind: 'undone', label }),
    redo: () => redo({ kind: 'redone', label }),
  };
}
