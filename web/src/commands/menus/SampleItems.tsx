import { Menu } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useCommandContext } from '../command-context.ts';
import { openSample } from '../open-sample.ts';
import { SAMPLES } from '../samples.ts';

/** All samples, as items of a menu. */
export function SampleItems(): ReactElement {
  const context = useCommandContext();
  return (
    <>
      {SAMPLES.map((sample) => (
        <Menu.Item
          key={sample.file}
          title={sample.description}
          leftSection={<IconSitemap size={16} aria-hidden />}
          onClick={() => void openSample(context, sample)}
        >
          {sample.title}
        </Menu.Item>
      ))}
    </>
  );
}
