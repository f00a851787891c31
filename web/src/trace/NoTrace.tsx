import { Button, Kbd } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useCommandContext } from '../commands/command-context.ts';
import { showKeys } from '../commands/shortcuts.ts';
import { EDIT_REQUEST } from '../commands/trace-commands.ts';
import styles from './TracePane.module.css';

/** What tracing is for, to somebody who has not tried it. */
export function NoTrace(): ReactElement {
  const context = useCommandContext();
  return (
    <div className={styles.none}>
      <IconRoute size={22} stroke={1.5} aria-hidden />
      <div>
        <p className={styles.noneTitle}>Send a request and watch where it goes</p>
        <p>
          Every hop through the gateway is shown, with what was looked for and why. Nothing is sent:
          it is worked out from the YAML, as Istio and Envoy do it.
        </p>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<Kbd size="xs">{showKeys('Alt+L')}</Kbd>}
        onClick={() => EDIT_REQUEST.run(context)}
      >
        Type a request
      </Button>
    </div>
  );
}
