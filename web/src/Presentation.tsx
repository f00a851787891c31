import { Button, Kbd } from '@mantine/core';
import { type ReactElement, useEffect } from 'react';
import { CanvasView } from './canvas/CanvasView.tsx';
import { useCommandContext } from './commands/command-context.ts';
import { PRESENT } from './commands/present-commands.ts';
import styles from './Presentation.module.css';

/** The map alone, in the whole window. Escape leads back. */
export function Presentation(): ReactElement {
  const context = useCommandContext();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) PRESENT.run(context);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [context]);
  return (
    <div className={styles.map}>
      <CanvasView />
      <Button
        className={styles.leave ?? ''}
        size="xs"
        h={32}
        variant="default"
        rightSection={<Kbd size="xs">Esc</Kbd>}
        onClick={() => PRESENT.run(context)}
      >
        Back to editing
      </Button>
    </div>
  );
}
