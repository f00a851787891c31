import { Button } from '@mantine/core';
import {
  IconClipboardText,
  IconFile,
  IconFolderOpen,
  IconSparkles,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { showDialog } from '../../view-state/view-state.ts';
import type { CommandContext } from '../command.ts';
import { useCommandContext } from '../command-context.ts';
import { NEW_INGRESS } from '../drawing-commands.ts';
import { OPEN_FILES, openText } from '../file-commands.ts';
import { NEW_SKETCH, OPEN_PASTED } from '../sketch-commands.ts';

interface Start {
  readonly label: string;
  readonly Icon: TablerIcon;
  readonly begin: (context: CommandContext) => void;
}

const OF_ONES_OWN: readonly Start[] = [
  { label: 'New ingress…', Icon: IconSparkles, begin: (context) => void beginIngress(context) },
  {
    label: 'Paste your YAML…',
    Icon: IconClipboardText,
    begin: (context) => OPEN_PASTED.run(context),
  },
  { label: 'Open files…', Icon: IconFolderOpen, begin: (context) => OPEN_FILES.run(context) },
];
const EMPTY: Start = {
  label: 'Start empty',
  Icon: IconFile,
  begin: (context) => NEW_SKETCH.run(context),
};

/** Ways to begin with work of one's own; with nothing at all, where there is something now. */
export function StartButtons({ isEmpty }: { readonly isEmpty: boolean }): ReactElement {
  const context = useCommandContext();
  return (
    <>
      {(isEmpty ? OF_ONES_OWN : [...OF_ONES_OWN, EMPTY]).map(({ label, Icon, begin }, index) => (
        <Button
          key={label}
          size="sm"
          {...(index > 0 && { variant: 'default' })}
          leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
          onClick={() => begin(context)}
        >
          {label}
        </Button>
      ))}
    </>
  );
}

/** What is open is somebody's work or a sample: an ingress of one's own does not belong into it. */
async function beginIngress(context: CommandContext): Promise<void> {
  const { view } = context;
  if (context.session.text().trim() === '') return NEW_INGRESS.run(context);
  await openText(context, 'Untitled', '');
  showDialog(view, { kind: 'new-ingress' });
}
