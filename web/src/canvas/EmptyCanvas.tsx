import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { ADD_COMMANDS } from '../commands/add-commands.ts';
import { useCommandContext } from '../commands/command-context.ts';
import { StartButtons } from '../commands/menus/StartButtons.tsx';
import { SampleCards } from '../commands/sketches/SampleCards.tsx';
import type { SessionState } from '../session/session.ts';
import { useSessionState } from '../session/session-context.ts';
import { KindIcon } from '../ui/KindIcon.tsx';
import styles from './EmptyCanvas.module.css';

const FIRST_KINDS = new Set(['Gateway', 'VirtualService', 'Service']);

/** Said where nobody can add anything. */
export const NOTHING_TO_DRAW = 'This sketch has nothing to draw';

/** What the canvas says when the text has nothing to show: the ways to begin, and all samples. */
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
      <div className={styles.content}>
        <Invitation />
        <div className={styles.buttons}>
          <StartButtons isEmpty />
        </div>
        <div className={styles.buttons}>
          {ADD_COMMANDS.filter(({ addKind }) => FIRST_KINDS.has(addKind)).map((command) => (
            <Button
              key={command.id}
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<KindIcon kind={command.addKind} size={16} />}
              onClick={() => command.run(context)}
            >
              {command.title}
            </Button>
          ))}
        </div>
        <h3 className={styles.heading}>Or look at how others do it</h3>
        <div className={styles.samples}>
          <SampleCards />
        </div>
      </div>
    </div>
  );
}

/** Who brought templates is told what to do with them; they stay as they are. */
function Invitation(): ReactElement {
  const isTemplate = useSessionState(hasTemplates);
  return (
    <>
      <h2 className={styles.title}>
        {isTemplate ? 'These are templates, not manifests' : 'No ingress on the chart yet'}
      </h2>
      <p className={styles.text}>
        {isTemplate ? (
          <>
            What is between <code>{'{{'}</code> and <code>{'}}'}</code> is known only once it is
            rendered. Run <code>helm template my-release ./chart</code> and drop or paste what it
            prints. Your text stays as it is.
          </>
        ) : (
          'Begin with one of these, drop manifests here, or type in the YAML pane.'
        )}
      </p>
    </>
  );
}

function hasTemplates({ snapshot }: SessionState): boolean {
  return snapshot.documents.some(({ status }) => status === 'template');
}
