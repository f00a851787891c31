/**
 * A stretch of text: offsets are 0-based UTF-16 code units (what `String.prototype.slice` takes),
 * `end` is exclusive. What an offset is relative to (a document or the whole text) is said where
 * the range is used.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The same stretch, counted from a place that lies `offset` further left. */
export function shiftRange(range: TextRange, offset: number): TextRange {
  return { start: range.start + offset, end: range.end + offset };
}
