import { isLineEnd, isOrdinary, isQuote, isSpaceOrEnd, SIGN, skipSpaces } from './signs.ts';

const { SPACE, HASH, COLON, COMMA, DASH, DOT } = SIGN;
const { DOUBLE_QUOTE, BACKSLASH, QUESTION_MARK } = SIGN;
const { OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE } = SIGN;

/**
 * Offset behind the scalar of a block collection that begins at `start` and ends on its line, a plain
 * one in front of a comment or the colon of a key; -1 where there is none, or none that is simple.
 */
export function findScalarEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (isQuote(code)) return findQuoteEnd(text, start);
  return startsPlain(text, start, code) ? findPlainEnd(text, start) : -1;
}

/** The same in a flow collection, whose signs end a plain scalar, too. */
export function findFlowScalarEnd(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (isQuote(code)) return findQuoteEnd(text, start);
  return startsPlain(text, start, code) ? findFlowPlainEnd(text, start) : -1;
}

function startsPlain(text: string, start: number, code: number): boolean {
  if (code !== DASH && code !== DOT) return code > 126 || PLAIN_START[code] === 1;
  const next = text.charCodeAt(start + 1);
  // At the start of a line `---` and `...` are markers.
  if (next === code) {
    return text.charCodeAt(start + 2) !== code || text.charCodeAt(start - 1) === SPACE;
  }
  return code === DOT || !isSpaceOrEnd(next);
}

const PLAIN_START = Uint8Array.from({ length: 127 }, (_, code) =>
  /[\w$()+/;<=\\^~]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Offset behind the part of a plain scalar that is on this line, or -1. */
export function findPlainEnd(text: string, start: number): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code > COLON) {
      if (code > 126 && !isOrdinary(code)) return -1;
    } else if (code === COLON) {
      if (isSpaceOrEnd(text.charCodeAt(at + 1))) return at;
    } else if (code <= SPACE) {
      if (isLineEnd(code)) return at;
      if (code !== SPACE) return -1;
      const next = skipSpaces(text, at);
      if (endsPlain(text, next)) return at;
      at = next - 1;
    }
  }
}

/** Does a plain scalar end in front of this place, which has a space before it? */
function endsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === HASH || isLineEnd(code)) return true;
  return code === COLON && isSpaceOrEnd(text.charCodeAt(at + 1));
}

function findFlowPlainEnd(text: string, start: number): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (isFlowSign(code) || isLineEnd(code)) return at;
    // kubectl refuses a question mark here, which is a warning.
    if (!isOrdinary(code) || code === QUESTION_MARK) return -1;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (isSpaceOrEnd(next)) return at;
      if (isFlowSign(next)) return -1;
    }
    if (code === SPACE) {
      const next = skipSpaces(text, at);
      if (endsPlain(text, next) || isFlowSign(text.charCodeAt(next))) return at;
      at = next - 1;
    }
  }
}

function isFlowSign(code: number): boolean {
  switch (code) {
    case COMMA:
    case OPEN_BRACKET:
    case CLOSE_BRACKET:
    case OPEN_BRACE:
    case CLOSE_BRACE:
      return true;
    default:
      return false;
  }
}

function findQuoteEnd(text: string, start: number): number {
  const end = findQuoteOrLineEnd(text, start + 1, text.charCodeAt(start));
  return end < 0 || isLineEnd(text.charCodeAt(end)) ? -1 : end + 1;
}

/**
 * Offset behind the quote that closes the one at `start` on this line or another, on which all is
 * deeper than `parent`; or -1.
 */
export function findWrappedQuoteEnd(text: string, start: number, parent: number): number {
  const quote = text.charCodeAt(start);
  if (!isQuote(quote) || parent < 0) return -1;
  let at = findQuoteOrLineEnd(text, start + 1, quote);
  while (at >= 0 && isLineEnd(text.charCodeAt(at))) {
    const line = text.indexOf('\n', at) + 1;
    if (line === text.length) return -1;
    at = skipSpaces(text, line);
    if (isLineEnd(text.charCodeAt(at))) continue;
    at = at - line > parent ? findQuoteOrLineEnd(text, at, quote) : -1;
  }
  return at < 0 ? -1 : at + 1;
}

/** Offset of the closing quote, or of the end of the line if that comes first; -1 at signs that are not simple. */
function findQuoteOrLineEnd(text: string, from: number, quote: number): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === DOUBLE_QUOTE || text.charCodeAt(at + 1) !== quote) return at;
      at++;
    } else if (code < SPACE) {
      return isLineEnd(code) ? at : -1;
    } else if (code === BACKSLASH && quote === DOUBLE_QUOTE) {
      at++;
      if (isLineEnd(text.charCodeAt(at))) return at;
      if (!isSimpleEscape(text, at)) return -1;
    }
  }
}

/** What JSON has, too, save `\/` and halves of a pair, which kubectl refuses; and a space. */
function isSimpleEscape(text: string, at: number): boolean {
  return (
    ESCAPES.includes(text.charAt(at)) ||
    /^(?:u(?![dD][89a-fA-F])[\da-fA-F]{4}|U000(?!0[dD][89a-fA-F])[\da-fA-F]{5})/.test(
      text.slice(at, at + 9),
    )
  );
}

const ESCAPES = '"\\nrtbf ';
