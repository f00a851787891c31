import { Button, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconNote, IconPlus, IconSparkles } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { findKindLook } from '../../ui/kind-look.ts';
import { ADD_COMMANDS } from '../add-commands.ts';
import { useCommandContext } from '../command-context.ts';
import { NEW_INGRESS } from '../drawing-commands.ts';
import { ADD_NOTE } from '../note-commands.ts';

/** All kinds that can be added. */
export function AddMenu(): ReactElement {
  const context = useCommandContext();
  const { readOnlyReason } = context.session;
  const isOff = readOnlyReason !== null;
  return (
    <Menu position="bottom-start" width={220} disabled={isOff}>
      <Menu.Target>
        <Tooltip label={readOnlyReason} disabled={!isOff}>
          <Button
            size="xs"
            h={32}
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-disabled={isOff}
            aria-description={readOnlyReason ?? undefined}
            data-disabled={isOff || undefined}
          >
            Add
          </Button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconSparkles size={17} stroke={1.6} aria-hidden />}
          onClick={() => NEW_INGRESS.run(context)}
        >
          {NEW_INGRESS.title}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconNote size={17} stroke={1.6} aria-hidden />}
          onClick={() => ADD_NOTE.run(context)}
        >
          {ADD_NOTE.title}
        </Menu.Item>
        <Menu.Divider />
        {ADD_COMMANDS.map((command) => (
          <Menu.Item
            key={command.id}
            leftSection={
              <span style={{ color: findKindLook(command.addKind).color, display: 'flex' }}>
                <KindIcon kind={command.addKind} />
              </span>
            }
            onClick={() => command.run(context)}
          >
            {command.addKind}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
