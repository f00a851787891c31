import { Button, Menu } from '@mantine/core';
import { IconClipboardText, IconFolderOpen, IconSitemap } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { showDialog } from '../view-state/view-state.ts';
import { useCommandContext } from './command-context.ts';
import { OPEN_FILES } from './file-commands.ts';
import { SampleItems } from './SampleItems.tsx';

/** Ways to begin with a text: a sample, a file, or what is in the clipboard. */
export function OpenButtons(): ReactElement {
  const context = useCommandContext();
  return (
    <>
      <Menu width={300}>
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconSitemap size={16} aria-hidden />}>
            Open a sample
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <SampleItems />
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconFolderOpen size={16} aria-hidden />}
        onClick={() => OPEN_FILES.run(context)}
      >
        Open files
      </Button>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconClipboardText size={16} aria-hidden />}
        onClick={() => showDialog(context.view, { kind: 'paste' })}
      >
        Paste YAML
      </Button>
    </>
  );
}
