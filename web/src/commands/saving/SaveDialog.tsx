import { type ReactElement, useEffect, useState } from 'react';
import {
  NO_DECISIONS,
  type SaveCheck,
  type SaveDecisions,
} from '../../session/disk/check-files.ts';
import { showDialog } from '../../view-state/view-state.ts';
import { useCommandContext } from '../command-context.ts';
import { AskPermission } from './AskPermission.tsx';
import { AskPlaces } from './AskPlaces.tsx';
import { advanceSaving } from './save-files.ts';
import { TellChanged } from './TellChanged.tsx';
import { TellGone } from './TellGone.tsx';

interface SaveDialogProps {
  readonly onClose: () => void;
}

/** What a question needs to go on with saving. */
export interface SaveQuestionProps extends SaveDialogProps {
  /** Goes on with what was decided, and asks what comes next. */
  readonly onDecide: (decided: Partial<SaveDecisions>) => void;
}

/** Asks what saving to files needs to know, one thing after the other. */
export function SaveDialog({ onClose }: SaveDialogProps): ReactElement | null {
  const context = useCommandContext();
  const [decisions, setDecisions] = useState<SaveDecisions>(NO_DECISIONS);
  const [check, setCheck] = useState<SaveCheck | null>(null);
  useEffect(() => {
    let isGone = false;
    void advanceSaving(context, decisions).then((next) => {
      if (isGone) return;
      setCheck(next);
      if (next === null) showDialog(context.view, null);
    });
    return () => {
      isGone = true;
    };
  }, [context, decisions]);
  const props: SaveQuestionProps = {
    onClose,
    onDecide: (decided) => setDecisions((before) => ({ ...before, ...decided })),
  };
  switch (check?.kind) {
    case 'needs-places':
      return <AskPlaces documents={check.documents} {...props} />;
    case 'needs-permission':
      return <AskPermission paths={check.paths} {...props} />;
    case 'gone':
      return <TellGone paths={check.paths} {...props} />;
    case 'changed-on-disk':
      return <TellChanged files={check.files} {...props} />;
    case 'unchanged':
    case 'ready':
    case undefined:
      return null;
  }
}
