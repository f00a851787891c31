import type { ViewStore } from './view-state.ts';

/** A short word to the user that goes away by itself, unless it asks for something. */
export interface Notice {
  /** Grows with every notice. */
  readonly id: number;
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly message: string;
  /** One thing to do about it. */
  readonly action: NoticeAction | null;
}

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

const KEPT_NOTICES = 20;
let lastNoticeId = 0;

/** Says something to the user. The latest 20 are kept. */
export function notify(
  store: ViewStore,
  tone: Notice['tone'],
  message: string,
  action: NoticeAction | null = null,
): void {
  lastNoticeId += 1;
  const notice: Notice = { id: lastNoticeId, tone, message, action };
  store.setState({ notices: [...store.getState().notices, notice].slice(-KEPT_NOTICES) });
}
