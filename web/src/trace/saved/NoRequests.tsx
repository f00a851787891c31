import { Button } from '@mantine/core';
import { IconBookmarks } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useCommandContext } from '../../commands/command-context.ts';
import {
  IMPORT_REQUESTS,
  SAVE_FOR_ROUTES,
  SAVE_REQUEST_KEYS,
  SHOW_OUTCOMES,
} from '../../commands/requests/request-commands.ts';
import { showKeys } from '../../commands/shortcuts.ts';
import { useSession } from '../../session/session-context.ts';
import styles from './RequestsPane.module.css';

/** What saved requests are for, to somebody who has none. */
export function NoRequests(): ReactElement {
  const context = useCommandContext();
  const { readOnlyReason } = useSession();
  return (
    <div className={styles.empty}>
      <IconBookmarks className={styles.emptyIcon ?? ''} size={22} stroke={1.5} aria-hidden />
      <div>
        <p className={styles.emptyTitle}>Save requests, and hear when one ends otherwise</p>
        <p>
          Trace a request and save it with {showKeys(SAVE_REQUEST_KEYS)}. It is traced again after
          each change, and says so when it does not end as it did. They are kept with the sketch,
          not in the YAML.
        </p>
        <div className={styles.emptyButtons}>
          {[SAVE_FOR_ROUTES, IMPORT_REQUESTS, SHOW_OUTCOMES].map((command) => (
            <Button
              key={command.id}
              size="compact-sm"
              variant="default"
              disabled={command.writes && readOnlyReason !== null}
              onClick={() => command.run(context)}
            >
              {command.title}
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}
