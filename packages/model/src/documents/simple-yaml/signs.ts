/** Codes of the signs that mean something in YAML. */
export const SIGN = {
  TAB: 9,
  LINE_FEED: 10,
  CARRIAGE_RETURN: 13,
  SPACE: 32,
  DOUBLE_QUOTE: 34,
  HASH: 35,
  SINGLE_QUOTE: 39,
  PLUS: 43,
  COMMA: 44,
  DASH: 45,
  DOT: 46,
  COLON: 58,
  FOLDED: 62,
  QUESTION_MARK: 63,
  OPEN_BRACKET: 91,
  BACKSLASH: 92,
  CLOSE_BRACKET: 93,
  OPEN_BRACE: 123,
  LITERAL: 124,
  CLOSE_BRACE: 125,
} as const;

/** Does a line end here? */
export function isLineEnd(code: number): boolean {
  return code === SIGN.LINE_FEED || code === SIGN.CARRIAGE_RETURN;
}

/** A space, or the end of a line? */
export function isSpaceOrEnd(code: number): boolean {
  return code === SIGN.SPACE || isLineEnd(code);
}

/** A sign that may be part of any text: no control, no half of a pair, no byte order mark. */
export function isOrdinary(code: number): boolean {
  if (code < 127) return code >= 32;
  return (code >= 0xa0 && code < 0xd800) || (code >= 0xe000 && code < 0xfeff);
}

/** Offset of the first sign at or behind `offset` that is no space. */
export function skipSpaces(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === SIGN.SPACE) at++;
  return at;
}

/** `"` or `'`? */
export function isQuote(code: number): boolean {
  return code === SIGN.DOUBLE_QUOTE || code === SIGN.SINGLE_QUOTE;
}

/** Controls, and what else kubectl refuses or takes for the end of a line. */
export const HIDDEN_SIGNS = /[^\t\n\r -~\xa0-\u2027\u202a-\ufffd]/g;
