import { CHOMPING_MODE, EVENT_ID, getScalarValue, type ScalarEvent } from 'js-yaml';

/** Where a scalar is in the text, and how it is written. */
export type WrittenScalar = Pick<ScalarEvent, 'valueStart' | 'valueEnd' | 'style'> &
  Partial<Pick<ScalarEvent, 'chomping' | 'indent'>>;

/** The text that a scalar stands for, without its escapes and indentation. */
export function decodeScalar(text: string, scalar: WrittenScalar): string {
  return getScalarValue(text, { ...PLAIN_LOOKS, ...scalar });
}

const PLAIN_LOOKS = {
  type: EVENT_ID.SCALAR,
  anchorStart: -1,
  anchorEnd: -1,
  tagStart: -1,
  tagEnd: -1,
  chomping: CHOMPING_MODE.CLIP,
  indent: -1,
  fast: false,
} as const;
