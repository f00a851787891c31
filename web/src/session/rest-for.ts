import type { Snapshot } from '@portolan/model';

/** The longest that anything waits for who types. */
const LONGEST_MILLISECONDS = 1_000;
const MILLISECONDS_PER_DOCUMENT = 0.5;

/**
 * For how many milliseconds nobody must have typed before something is compiled of a text: the
 * longer, the larger it is.
 */
export function restFor({ documents }: Snapshot): number {
  return Math.min(LONGEST_MILLISECONDS, documents.length * MILLISECONDS_PER_DOCUMENT);
}
