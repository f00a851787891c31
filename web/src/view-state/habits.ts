import { keepSetting, readSetting } from './local-setting.ts';
import type { ViewStore } from './view-state.ts';

/** How somebody likes to work; each can be switched. */
export interface Habits {
  /** The wheel, and two fingers, move the map instead of zooming. */
  readonly wheelPans: boolean;
  /** The canvas selects and shows what the text cursor stands in. */
  readonly followsCursor: boolean;
  /** Lines that the canvas wrote stay marked until the next change, and not for a moment only. */
  readonly keepsWritten: boolean;
}

/** As it is for somebody who has switched nothing. */
export const DEFAULT_HABITS: Habits = {
  wheelPans: false,
  followsCursor: true,
  keepsWritten: false,
};

const NAME = 'habits';

/** Takes the habits that this browser had last, and remembers what changes. */
export function followHabits(store: ViewStore): () => void {
  store.setState({ habits: readHabits(readSetting(NAME)) });
  return store.subscribe(({ habits }, before) => {
    if (habits !== before.habits) keepSetting(NAME, JSON.stringify(habits));
  });
}

/** The habits of a stored setting; what it does not hold, or holds wrongly, is as it is at first. */
export function readHabits(stored: string | null): Habits {
  let fields: unknown;
  try {
    fields = JSON.parse(stored ?? 'null');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const known = Object.entries(fields ?? {}).filter(
    ([name, value]) => Object.hasOwn(DEFAULT_HABITS, name) && typeof value === 'boolean',
  );
  return { ...DEFAULT_HABITS, ...Object.fromEntries(known) };
}
