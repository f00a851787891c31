import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { KindIcon } from '../ui/KindIcon.tsx';
import { findKindLook } from '../ui/kind-look.ts';
import { ADD_COMMANDS } from './add-commands.ts';
import { useCommandContext } from './command-context.ts';

/** All kinds that can be added. */
export function AddMenu(): ReactElement {
  const context = useCommandContext();
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button
          size="xs"
          h={32}
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Add
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
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
