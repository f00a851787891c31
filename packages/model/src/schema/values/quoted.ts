const LONGEST = 60;

/** A value as a sentence quotes it: in quotes, and cut where it is long. */
export function quoted(text: string): string {
  return text.length > LONGEST ? `"${text.slice(0, LONGEST)}…"` : `"${text}"`;
}
