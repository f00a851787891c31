import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { COPY_APPLY, COPY_MERMAID, COPY_ROUTES_TABLE } from '../clipboard-commands.ts';
import { type Command, isAvailable } from '../command.ts';
import { useCommandContext } from '../command-context.ts';
import { DOWNLOAD_COMMANDS } from '../download-commands.ts';
import { COPY_PICTURE, EXPORT_PICTURE } from '../picture-commands.ts';

/** All other ways to carry the work away. */
export function ExportMenu(): ReactElement {
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button
          size="xs"
          h={32}
          px={8}
          variant="default"
          aria-label="More ways to copy and download"
        >
          <IconChevronDown size={16} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Copy</Menu.Label>
        <Items commands={[COPY_APPLY, COPY_MERMAID, COPY_ROUTES_TABLE]} />
        <Menu.Label>Download</Menu.Label>
        <Items commands={DOWNLOAD_COMMANDS} />
        <Menu.Label>Picture</Menu.Label>
        <Items commands={[EXPORT_PICTURE, COPY_PICTURE]} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Items({ commands }: { readonly commands: readonly Command[] }): ReactElement {
  const context = useCommandContext();
  return (
    <>
      {commands.map((command) => (
        <Menu.Item
          key={command.id}
          disabled={!isAvailable(command, context)}
          onClick={() => command.run(context)}
        >
          {command.title}
        </Menu.Item>
      ))}
    </>
  );
}
