import { Button, TextInput } from '@mantine/core';
import { expectationOf } from '@portolan/model';
import {
  IconBookmarkPlus,
  IconCircleX,
  IconFileExport,
  IconFileImport,
  IconRoute,
  IconSearch,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useCommandContext } from '../../commands/command-context.ts';
import { CommandButton } from '../../commands/menus/CommandButton.tsx';
import {
  EXPORT_REQUESTS,
  IMPORT_REQUESTS,
  SAVE_FOR_ROUTES,
  SAVE_REQUEST,
  SHOW_OUTCOMES,
} from '../../commands/requests/request-commands.ts';
import { acceptEndings } from '../../session/requests/request-actions.ts';
import { useSession } from '../../session/session-context.ts';
import styles from './RequestsPane.module.css';
import { isChanged, type RequestRow } from './request-row.ts';

interface RequestsToolbarProps {
  readonly rows: readonly RequestRow[];
  readonly query: string;
  readonly onlyChanged: boolean;
  readonly onQuery: (query: string) => void;
  readonly onOnlyChanged: (onlyChanged: boolean) => void;
}

const ICONS = [
  [SAVE_REQUEST, IconBookmarkPlus],
  [SAVE_FOR_ROUTES, IconRoute],
  [IMPORT_REQUESTS, IconFileImport],
  [EXPORT_REQUESTS, IconFileExport],
] as const;

/** Which saved requests are shown, and what can be done with all of them. */
export function RequestsToolbar(props: RequestsToolbarProps): ReactElement {
  const { rows, query, onlyChanged, onQuery, onOnlyChanged } = props;
  const context = useCommandContext();
  const session = useSession();
  const changed = rows.filter(isChanged);
  const accept = (): void => {
    const endings = changed.flatMap(({ kept, checked }) =>
      checked === null ? [] : [[kept.id, expectationOf(checked.trace, kept.expect)] as const],
    );
    acceptEndings(session, new Map(endings));
  };
  const cannotAccept = changed.length === 0 || session.readOnlyReason !== null;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Saved requests">
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={onlyChanged}
        aria-label={`Only those that end otherwise: ${changed.length}`}
        title="Show only those that do not end as expected"
        onClick={() => onOnlyChanged(!onlyChanged)}
      >
        <IconCircleX size={15} aria-hidden />
        {changed.length}
      </button>
      <TextInput
        size="xs"
        className={styles.filter}
        aria-label="Filter saved requests"
        placeholder="Filter by name"
        leftSection={<IconSearch size={14} aria-hidden />}
        value={query}
        onChange={({ currentTarget }) => onQuery(currentTarget.value)}
      />
      <Button
        size="compact-xs"
        variant="subtle"
        aria-disabled={cannotAccept}
        data-disabled={cannotAccept || undefined}
        onClick={() => {
          if (!cannotAccept) accept();
        }}
      >
        Accept all that changed
      </Button>
      <span className={styles.space} />
      <Button size="compact-xs" variant="subtle" onClick={() => SHOW_OUTCOMES.run(context)}>
        {SHOW_OUTCOMES.title}
      </Button>
      {ICONS.map(([command, Icon]) => (
        <CommandButton key={command.id} command={command}>
          <Icon size={16} aria-hidden />
        </CommandButton>
      ))}
    </div>
  );
}
