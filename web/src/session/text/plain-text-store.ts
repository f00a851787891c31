import { applyTextEdits, invertTextEdits, type TextEdit } from '@portolan/model';
import type {
  HistoryStep,
  StepBeside,
  TextHistory,
  TextListener,
  TextStore,
} from './text-store.ts';

/** A text store without an editor, and what the editor needs to take over from it. */
export interface PlainTextStore extends TextStore {
  history(): TextHistory;
}

/** Holds the text as a string with a history of its own, until an editor takes over. */
export function createPlainTextStore(initialText: string, listener: TextListener): PlainTextStore {
  let text = initialText;
  let past: readonly HistoryStep[] = [];
  let future: readonly HistoryStep[] = [];

  const apply = (
    lists: readonly (readonly TextEdit[])[],
    cause: 'command' | 'undo' | 'redo',
  ): readonly (readonly TextEdit[])[] => {
    const inverse: (readonly TextEdit[])[] = [];
    for (const edits of lists) {
      inverse.unshift(invertTextEdits(text, edits));
      text = applyTextEdits(text, edits);
      listener.onText(edits, cause);
    }
    return inverse;
  };

  return {
    write(edits, label, beside) {
      const inverse = apply(edits, 'command');
      past = [...past, { kind: 'text', label, edits, inverse, beside }];
      future = [];
      listener.onHistory();
    },
    pushBeside(step) {
      past = [...past, step];
      future = [];
      listener.onHistory();
    },
    undo() {
      const step = past.at(-1);
      if (step === undefined) return;
      past = past.slice(0, -1);
      future = [step, ...future];
      if (step.kind === 'text') apply(step.inverse, 'undo');
      besideOf(step)?.undo();
      listener.onHistory();
    },
    redo() {
      const [step, ...rest] = future;
      if (step === undefined) return;
      past = [...past, step];
      future = rest;
      if (step.kind === 'text') apply(step.edits, 'redo');
      besideOf(step)?.redo();
      listener.onHistory();
    },
    undoLabel: () => past.at(-1)?.label ?? null,
    redoLabel: () => future[0]?.label ?? null,
    history: () => ({ initialText, past, future }),
    dispose() {
      past = [];
      future = [];
    },
  };
}

function besideOf(step: HistoryStep): StepBeside | undefined {
  return step.kind === 'text' ? step.beside : step;
}
