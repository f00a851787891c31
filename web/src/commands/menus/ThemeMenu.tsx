import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useViewState } from '../../view-state/view-context.ts';
import type { Theme, ViewState } from '../../view-state/view-state.ts';
import { useCommandContext } from '../command-context.ts';
import { THEME_COMMANDS } from '../view-commands.ts';

const ICONS: Readonly<Record<Theme, typeof IconSun>> = {
  system: IconDeviceDesktop,
  light: IconSun,
  dark: IconMoon,
};

const NAMES: Readonly<Record<Theme, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

/** Light, dark, or as the system has it. */
export function ThemeMenu(): ReactElement {
  const context = useCommandContext();
  const theme = useViewState(selectTheme);
  const Icon = ICONS[theme];
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <Tooltip label="Theme">
          <ActionIcon variant="subtle" color="gray" size={32} aria-label="Theme">
            <Icon size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {THEME_COMMANDS.map((command) => {
          const ItemIcon = ICONS[command.theme];
          return (
            <Menu.Item
              key={command.id}
              role="menuitemradio"
              aria-checked={theme === command.theme}
              leftSection={<ItemIcon size={16} aria-hidden />}
              rightSection={theme === command.theme ? '✓' : null}
              onClick={() => command.run(context)}
            >
              {NAMES[command.theme]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function selectTheme({ theme }: ViewState): Theme {
  return theme;
}
