import type { ViewStore } from './view-state.ts';

/** A short word to the user at the edge of the canvas. */
export interface Notice {
  /** Grows with every notice. */
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly message: string;
  /** One thing to do about it. */
  readonly action: NoticeAction | null;
  /** It stays until it is closed. */
  readonly lasts: boolean;
}

/** The one thing that a notice offers to do. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** So many are on screen at once, at most. */
export const MOST_NOTICES = 3;

let lastNoticeId = 0;

/**
 * Says something to the user. Good news and hints replace those before that do not last, the same
 * words are said once, and where there are too many the oldest goes; what lasts goes last. Errors last.
 */
export function notify(
  store: ViewStore,
  tone: Notice['tone'],
  message: string,
  action: NoticeAction | null = null,
  lasts = tone === 'error',
): void {
  lastNoticeId += 1;
  const notice: Notice = { id: lastNoticeId, tone, message, action, lasts };
  store.setState({ notices: withNotice(store.getState().notices, notice) });
}

/** Takes a notice off the screen. */
export function dismissNotice(store: ViewStore, id: number): void {
  const { notices } = store.getState();
  if (!notices.some((notice) => notice.id === id)) return;
  store.setState({ notices: notices.filter((notice) => notice.id !== id) });
}

function withNotice(shown: readonly Notice[], notice: Notice): readonly Notice[] {
  const others = shown.filter((other) => !isReplacedBy(other, notice));
  if (others.length < MOST_NOTICES) return [...others, notice];
  const leaving = others.find(({ lasts }) => !lasts) ?? others[0];
  return [...others.filter((other) => other !== leaving), notice];
}

function isReplacedBy(other: Notice, { tone, message }: Notice): boolean {
  if (other.tone !== tone) return false;
  if (other.message === message) return true;
  return !other.lasts && (tone === 'success' || tone === 'info');
}
