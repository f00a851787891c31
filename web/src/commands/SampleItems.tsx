import { Menu } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { notify } from '../view-state/notice.ts';
import { useCommandContext } from './command-context.ts';
import { openSample } from './open-sample.ts';
import { SAMPLES, type Sample } from './samples.ts';

/** All samples, as items of a menu. */
export function SampleItems(): ReactElement {
  const context = useCommandContext();
  const open = (sample: Sample): void => {
    openSample(context, sample).catch(() => {
      notify(context.view, 'error', `The sample “${sample.title}” could not be loaded.`);
    });
  };
  return (
    <>
      {SAMPLES.map((sample) => (
        <Menu.Item
          key={sample.file}
          title={sample.description}
          leftSection={<IconSitemap size={16} aria-hidden />}
          onClick={() => open(sample)}
        >
          {sample.title}
        </Menu.Item>
      ))}
    </>
  );
}
