import { lineEnd, nextLineStart } from '../text/line-index.ts';

/** What is open at a place of a text, found without a parser: right for YAML, and still useful where the text is none. */
export interface LexicalState {
  /** Offset of the quote that is open, or -1. */
  readonly quote: number;
  /** Offsets of the flow brackets that are open, outermost first. */
  readonly brackets: readonly number[];
  /** Offset of the first `{{` outside quotes, comments and block scalars, or -1. */
  readonly template: number;
}

/** What is open at `end`, read from the start of the document on. */
export function lexicalStateAt(text: string, end: number): LexicalState {
  const scan: Scan = { text, quote: -1, brackets: [], template: -1, blockParent: NO_BLOCK };
  for (let line = 0; line < end; line = nextLineStart(text, line)) {
    if (!isBlockText(scan, line)) scanLine(scan, line, Math.min(lineEnd(text, line), end));
    if (nextLineStart(text, line) === line) break;
  }
  return scan;
}

interface Scan {
  readonly text: string;
  quote: number;
  readonly brackets: number[];
  template: number;
  /** Column that the lines of the current block scalar are deeper than. */
  blockParent: number;
}

const NO_BLOCK = Number.POSITIVE_INFINITY;
const BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|$)/y;

/** Is the line part of a block scalar? Otherwise the block scalar is over. */
function isBlockText(scan: Scan, line: number): boolean {
  if (scan.blockParent === NO_BLOCK) return false;
  let at = line;
  while (scan.text.charCodeAt(at) === 32) at++;
  const isBlank = at === lineEnd(scan.text, at);
  if (isBlank || at - line > scan.blockParent) return true;
  scan.blockParent = NO_BLOCK;
  return false;
}

function scanLine(scan: Scan, line: number, end: number): void {
  const { text } = scan;
  let atTokenStart = true;
  let at = line;
  while (at < end) {
    if (scan.quote >= 0) {
      at = closeQuote(scan, at, end);
      atTokenStart = false;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '#' && (at === line || isSpace(text.charAt(at - 1)))) return;
    if (sign === '{' && text.charAt(at + 1) === '{' && scan.template < 0) scan.template = at;
    if (atTokenStart && (sign === '"' || sign === "'")) {
      scan.quote = at++;
      continue;
    }
    if (atTokenStart && startsBlock(scan, at)) {
      scan.blockParent = parentColumn(text.slice(line, at));
      return;
    }
    if (atTokenStart && (sign === '!' || sign === '&')) {
      while (at < end && !isSpace(text.charAt(at))) at++;
      continue;
    }
    trackBracket(scan, sign, at, atTokenStart);
    if (!isSpace(sign)) atTokenStart = endsToken(scan, sign, at, end, atTokenStart);
    at++;
  }
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\t' || sign === '\uFEFF';
}

/** Offset behind the closing quote, or `end`. */
function closeQuote(scan: Scan, from: number, end: number): number {
  const { text } = scan;
  const quote = text.charAt(scan.quote);
  for (let at = from; at < end; at++) {
    const sign = text.charAt(at);
    if (sign === '\\' && quote === '"') at++;
    else if (sign === quote && quote === "'" && text.charAt(at + 1) === "'") at++;
    else if (sign === quote) {
      scan.quote = -1;
      return at + 1;
    }
  }
  return end;
}

function startsBlock(scan: Scan, at: number): boolean {
  if (scan.brackets.length > 0) return false;
  BLOCK_HEADER.lastIndex = at;
  return BLOCK_HEADER.test(scan.text);
}

/** `head` is the line up to the `|`: the text is deeper than the key, or than the last dash. */
function parentColumn(head: string): number {
  if (/^\uFEFF?---/.test(head)) return -1;
  const dashes = /^[ ]*(?:-[ \t]+)*/.exec(head)?.[0] ?? '';
  if (dashes.length < head.length) return dashes.length;
  return head.trim() === '' ? -1 : head.lastIndexOf('-');
}

function trackBracket(scan: Scan, sign: string, at: number, atTokenStart: boolean): void {
  const inFlow = scan.brackets.length > 0;
  if ((sign === '[' || sign === '{') && (inFlow || atTokenStart)) scan.brackets.push(at);
  if ((sign === ']' || sign === '}') && inFlow) scan.brackets.pop();
}

/** Can a quote, a bracket or `|` behind this sign begin a node? */
function endsToken(
  scan: Scan,
  sign: string,
  at: number,
  end: number,
  atTokenStart: boolean,
): boolean {
  const next = scan.text.charAt(at + 1);
  const isLast = at + 1 >= end || isSpace(next);
  switch (sign) {
    case '[':
    case '{':
      return atTokenStart || scan.brackets.length > 0;
    case ',':
      return scan.brackets.length > 0;
    case ':':
      return isLast || /["'\]}]/.test(scan.text.charAt(at - 1));
    case '-':
    case '?':
      return isLast && atTokenStart;
    default:
      return false;
  }
}
