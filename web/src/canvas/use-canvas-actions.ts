import { useMemo, useState } from 'react';
import { copyText } from '../commands/copy-text.ts';
import { runEdit } from '../commands/run-edit.ts';
import { notify } from '../view-state/notice.ts';
import type { AskedCredential } from './CredentialPopover.tsx';
import type { CanvasActions } from './canvas-actions.ts';
import type { CanvasHandle } from './canvas-handle.ts';

/** The actions for the parts of nodes, and the Secret that was asked about last. */
export function useActions(handle: CanvasHandle): {
  readonly actions: CanvasActions;
  readonly credential: { readonly asked: AskedCredential | null; readonly close: () => void };
} {
  const [asked, setAsked] = useState<AskedCredential | null>(null);
  const stable = useMemo(() => {
    const actions: CanvasActions = {
      writeNode: (node) => {
        runEdit(handle, { kind: 'write-node', node });
      },
      showCredential: (row, anchor) => {
        const box = anchor.getBoundingClientRect();
        setAsked({ row, x: box.left, y: box.bottom + 2 });
      },
      copy: (text) => {
        void copyLine(handle, text);
      },
    };
    return { actions, close: () => setAsked(null) };
  }, [handle]);
  return { actions: stable.actions, credential: { asked, close: stable.close } };
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
