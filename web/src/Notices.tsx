import { Button, Notification } from '@mantine/core';
import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import styles from './Notices.module.css';
import { dismissNotice, type Notice } from './view-state/notice.ts';
import { useViewState, useViewStore } from './view-state/view-context.ts';
import type { ViewState } from './view-state/view-state.ts';

/** How long a notice stays that does not last. */
const SECONDS: Readonly<Record<Notice['tone'], number>> = {
  info: 6,
  success: 3,
  warning: 9,
  error: 9,
};
const SECONDS_WITH_ACTION = 12;

const COLORS: Readonly<Record<Notice['tone'], string>> = {
  info: 'var(--gw)',
  success: 'var(--ok)',
  warning: 'var(--warn)',
  error: 'var(--error)',
};

/** The notices of the view state, the newest at the bottom, beside the controls of the canvas; `children` above them. */
export function Notices({ children }: { readonly children?: ReactNode }): ReactElement {
  const notices = useViewState(selectNotices);
  const isAside = useViewState(selectIsChoosing);
  return (
    <div className={styles.notices} data-aside={isAside || undefined}>
      {children}
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }): ReactElement {
  const view = useViewStore();
  const [isHeld, setIsHeld] = useState(false);
  const { id, tone, message, action } = notice;
  const dismiss = () => dismissNotice(view, id);
  useEffect(() => {
    if (notice.lasts || isHeld) return;
    const seconds = notice.action === null ? SECONDS[notice.tone] : SECONDS_WITH_ACTION;
    const timer = setTimeout(() => dismissNotice(view, notice.id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [view, notice, isHeld]);
  return (
    <Notification
      className={styles.notice ?? ''}
      color={COLORS[tone]}
      // They are spoken by the one region for that; see announceWork.
      role="group"
      aria-label={tone === 'error' || tone === 'warning' ? 'Warning' : 'Notice'}
      data-passing
      closeButtonProps={{ 'aria-label': 'Dismiss' }}
      onClose={dismiss}
      // Whoever reads it, or is about to act on it, has all the time for that.
      onMouseEnter={() => setIsHeld(true)}
      onMouseLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span className={styles.message}>
        <span>{message}</span>
        {action !== null && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              dismiss();
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </span>
    </Notification>
  );
}

function selectIsChoosing({ isChoosingNamespaces }: ViewState): boolean {
  return isChoosingNamespaces;
}

function selectNotices({ notices }: ViewState): readonly Notice[] {
  return notices;
}
