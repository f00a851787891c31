import { Button } from '@mantine/core';
import type { QuickFix } from '@portolan/model';
import { IconBulb } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { runEdits } from '../commands/run-edit.ts';
import { useSession } from '../session/session-context.ts';
import { useViewStore } from '../view-state/view-context.ts';

/** The button that carries a fix out, as one step. */
export function ApplyFix({ fix }: { readonly fix: QuickFix }): ReactElement {
  const session = useSession();
  const view = useViewStore();
  return (
    <Button
      size="compact-sm"
      leftSection={<IconBulb size={15} aria-hidden />}
      disabled={session.readOnlyReason !== null}
      onClick={() => runEdits({ session, view }, fix.commands, fix.title)}
    >
      {fix.title}
    </Button>
  );
}
