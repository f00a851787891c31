import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { ADD_COMMANDS } from '../commands/add-commands.ts';
import { useCommandContext } from '../commands/command-context.ts';
import { NEW_INGRESS } from '../commands/drawing-commands.ts';
import { OpenButtons } from '../commands/OpenButtons.tsx';
import { KindIcon } from '../ui/KindIcon.tsx';
import styles from './EmptyCanvas.module.css';

const FIRST_KINDS = new Set(['Gateway', 'VirtualService', 'Service']);

/** Said where nobody can add anything. */
export const NOTHING_TO_DRAW = 'This sketch has nothing to draw';

/** What the canvas says when the text has nothing to show. */
export function EmptyCanvas(): ReactElement {
  const context = useCommandContext();
  if (context.session.readOnlyReason !== null) {
    return (
      <div className={styles.empty}>
        <p className={styles.title}>{NOTHING_TO_DRAW}</p>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <p className={styles.title}>No ingress on the chart yet</p>
      <p className={styles.text}>
        Paste or drop manifests, type in the YAML pane, or start with one of these. Double-click the
        canvas or press A on it to add, or right-click it for more.
      </p>
      <div className={styles.buttons}>
        <Button
          size="sm"
          leftSection={<IconSparkles size={16} stroke={1.6} aria-hidden />}
          onClick={() => NEW_INGRESS.run(context)}
        >
          {NEW_INGRESS.title}
        </Button>
        {ADD_COMMANDS.filter(({ addKind }) => FIRST_KINDS.has(addKind)).map((command) => (
          <Button
            key={command.id}
            variant="default"
            size="sm"
            leftSection={<KindIcon kind={command.addKind} size={16} />}
            onClick={() => command.run(context)}
          >
            {command.title}
          </Button>
        ))}
      </div>
      <div className={styles.buttons}>
        <OpenButtons />
      </div>
    </div>
  );
}
