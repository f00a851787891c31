/** How far a link of a length gets. */
export interface LinkMeasure {
  readonly grade: 'fine' | 'long' | 'too-long';
  /** How full the meter is, from 0 to 1. */
  readonly share: number;
  readonly words: string;
}

/** What every chat and mail program takes in one piece: the least is Discord's, with 2,000 characters. */
const FINE = 2_000;
/** Windows hands a link from one program to another up to 32,767 characters. */
export const LONGEST_LINK = 32_000;

/** Says in words whether a link can be passed on. */
export function measureLink(length: number): LinkMeasure {
  const characters = `${length.toLocaleString('en')} characters`;
  if (length <= FINE) {
    return { grade: 'fine', share: shareOf(length), words: `${characters}: fine everywhere.` };
  }
  if (length <= LONGEST_LINK) {
    const words = `${characters}: fine for pages, documents and browsers; some chat and mail programs cut it.`;
    return { grade: 'long', share: shareOf(length), words };
  }
  const words = `${characters}: too long for a link. Take the file.`;
  return { grade: 'too-long', share: 1, words };
}

/** By the logarithm, so that a short link does not look like none. */
function shareOf(length: number): number {
  return Math.min(1, Math.max(0.04, Math.log(length / 100) / Math.log(LONGEST_LINK / 100)));
}
