import type { Rect } from './scene/rect.ts';

/** The colours that a note can have; each names a pair of tokens, a paper and an ink. */
export const NOTE_COLORS = ['yellow', 'teal', 'blue', 'violet', 'grey'] as const;

/** One of NOTE_COLORS. */
export type NoteColor = (typeof NOTE_COLORS)[number];

/** A note on the map. It is no part of the text. Its words are shown from its top left, wrapped. */
export interface Note extends Rect {
  readonly id: string;
  readonly text: string;
  readonly color: NoteColor;
}

/** The least that a note can be made. */
export const LEAST_NOTE = { width: 120, height: 64 } as const;
