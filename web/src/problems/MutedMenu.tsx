import { Button, Menu } from '@mantine/core';
import type { Assumptions } from '@portolan/model';
import { IconBellOff } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { SessionState } from '../session/session.ts';
import { useSession, useSessionState } from '../session/session-context.ts';

/** What is muted in this sketch, to be heard again; nothing where nothing is. */
export function MutedMenu(): ReactElement | null {
  const session = useSession();
  const assumptions = useSessionState(selectAssumptions);
  const { muted } = assumptions;
  if (muted.length === 0) return null;
  const keep = (entries: readonly string[], label: string): void =>
    session.assume({ ...assumptions, muted: entries }, label);
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconBellOff size={14} aria-hidden />}
        >
          {muted.length} muted
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Muted in this sketch. Choose one to see it again.</Menu.Label>
        {muted.map((entry) => (
          <Menu.Item
            key={entry}
            onClick={() =>
              keep(
                muted.filter((one) => one !== entry),
                `Show ${entry} again`,
              )
            }
          >
            {entry}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => keep([], 'Show what is muted again')}>Show all again</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function selectAssumptions({ snapshot }: SessionState): Assumptions {
  return snapshot.assumptions;
}
