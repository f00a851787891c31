/**
 * A stretch of text: offsets are 0-based UTF-16 code units (what `String.prototype.slice` takes),
 * `end` is exclusive. What an offset is relative to (a document or the whole text) is said where
 * the range is used.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
