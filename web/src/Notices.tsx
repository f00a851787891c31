import { Button } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { type ReactElement, useEffect } from 'react';
import styles from './Notices.module.css';
import type { Notice } from './view-state/notice.ts';
import { useViewStore } from './view-state/view-context.ts';

const SECONDS = { info: 6, success: 3, warning: 9, error: 12 } as const;
const SECONDS_WITH_ACTION = 12;

const COLORS: Readonly<Record<Notice['tone'], string>> = {
  info: 'var(--gw)',
  success: 'var(--ok)',
  warning: 'var(--warn)',
  error: 'var(--error)',
};

/** Shows each notice of the view state once, at the bottom of the screen. */
export function Notices(): ReactElement {
  const view = useViewStore();
  useEffect(() => {
    for (const notice of view.getState().notices) show(notice);
    return view.subscribe((state, before) => {
      if (state.notices === before.notices) return;
      const known = new Set(before.notices.map(({ id }) => id));
      for (const notice of state.notices) if (!known.has(notice.id)) show(notice);
    });
  }, [view]);
  return <Notifications position="bottom-left" limit={4} className={styles.notices} />;
}

function show({ tone, message, action }: Notice): void {
  // The same words twice are one notice.
  const id = `${tone} ${message}`;
  const seconds = action === null ? SECONDS[tone] : SECONDS_WITH_ACTION;
  notifications.show({
    id,
    color: COLORS[tone],
    autoClose: seconds * 1000,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    role: tone === 'error' || tone === 'warning' ? 'alert' : 'status',
    message: (
      <span className={styles.message}>
        <span>{message}</span>
        {action !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </span>
    ),
  });
}
