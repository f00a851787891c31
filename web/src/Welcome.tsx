import { Button, CloseButton } from '@mantine/core';
import { type ReactElement, useEffect } from 'react';
import { useCommandContext } from './commands/command-context.ts';
import { StartButtons } from './commands/menus/StartButtons.tsx';
import { TAKE_TOUR } from './commands/palette-commands.ts';
import { SAMPLES } from './commands/samples.ts';
import { SampleCards } from './commands/sketches/SampleCards.tsx';
import type { SessionState } from './session/session.ts';
import { useSessionState } from './session/session-context.ts';
import { useViewState, useViewStore } from './view-state/view-context.ts';
import { changePanes, type ViewState } from './view-state/view-state.ts';
import styles from './Welcome.module.css';

/** The sample that is open while somebody is welcomed needs no card. */
const OTHER_SAMPLES = SAMPLES.slice(1);

/**
 * Says to a newcomer what the sample on the canvas is for, and how to begin with something else. It
 * makes room for the panel while that is open, and goes when another text takes the place of the
 * sample.
 */
export function Welcome(): ReactElement | null {
  const view = useViewStore();
  const context = useCommandContext();
  const isOpen = useViewState(selectIsOpen);
  const replacements = useSessionState(selectReplacements);
  const isEmpty = useSessionState(selectIsEmpty);
  const close = () => changePanes(view, { welcomeOpen: false });
  useEffect(() => {
    if (replacements > 0) changePanes(view, { welcomeOpen: false });
  }, [view, replacements]);
  if (!isOpen || isEmpty) return null;
  return (
    <section className={styles.welcome} aria-label="Welcome" data-pane="welcome">
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.title}>Welcome to Portolan</h2>
          <p className={styles.text}>
            This is a sample. Change the picture or the YAML: the other side follows.
          </p>
        </div>
        <CloseButton aria-label="Close the welcome" onClick={close} />
      </div>
      <div className={styles.ways}>
        <StartButtons isEmpty={false} />
        <Button size="sm" variant="subtle" onClick={() => TAKE_TOUR.run(context)}>
          Take the tour
        </Button>
      </div>
      <SampleCards samples={OTHER_SAMPLES} isStrip />
    </section>
  );
}

function selectIsOpen({ panes }: ViewState): boolean {
  return panes.welcomeOpen && !panes.dockOpen;
}

function selectReplacements({ replacements }: SessionState): number {
  return replacements;
}

function selectIsEmpty({ snapshot }: SessionState): boolean {
  return snapshot.topology.nodes.length === 0;
}
