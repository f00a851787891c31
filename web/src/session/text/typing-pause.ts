/** Who pauses longer than this between keys begins another undo step. */
export const TYPING_PAUSE_MILLISECONDS = 2000;
