import { useMemo, useState } from 'react';
import { runEdit } from '../commands/run-edit.ts';
import { copyText } from '../ui/copy-text.ts';
import { notify } from '../view-state/notice.ts';
import type { CanvasActions } from './canvas-actions.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import type { AskedExplanation } from './explanations/ExplanationPopover.tsx';

/** What was asked about last, and what asks and closes it. */
export interface Explaining {
  readonly asked: AskedExplanation | null;
  readonly open: (asked: AskedExplanation) => void;
  readonly close: () => void;
}

/** The actions for the parts of nodes, and what was asked about last. */
export function useActions(handle: CanvasHandle): {
  readonly actions: CanvasActions;
  readonly explaining: Explaining;
} {
  const [asked, setAsked] = useState<AskedExplanation | null>(null);
  const stable = useMemo(() => {
    const actions: CanvasActions = {
      canWrite: handle.session.readOnlyReason === null,
      writeNode: (node) => {
        runEdit(handle, { kind: 'write-node', node });
      },
      explain: (explanation, anchor) => {
        const box = anchor.getBoundingClientRect();
        setAsked({ explanation, x: box.left, y: box.bottom + 2, origin: anchor });
      },
      copy: (text) => {
        void copyLine(handle, text);
      },
    };
    return { actions, open: setAsked, close: () => setAsked(null) };
  }, [handle]);
  const { actions, open, close } = stable;
  return { actions, explaining: { asked, open, close } };
}

async function copyLine({ view }: CanvasHandle, text: string): Promise<void> {
  if (await copyText(text)) notify(view, 'success', 'Copied.');
  else {
    notify(
      view,
      'warning',
      `The browser did not allow copying. Select the line and copy it yourself: ${text}`,
    );
  }
}
