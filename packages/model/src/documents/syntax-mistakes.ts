import type { TextRange } from '../text/text-range.ts';
import { type FailurePlace, restOfLine, type SourceLine } from './failure-place.ts';
import { lexicalStateAt } from './lexical-state.ts';

/** A mistake that was recognised: what is wrong and what to do, and where. */
export interface SyntaxFinding {
  readonly message: string;
  readonly range: TextRange;
}

/** The mistakes that people make most, each with a look at the lines around the place; the first that fits speaks. */
export const SYNTAX_MISTAKES: readonly ((place: FailurePlace) => SyntaxFinding | null)[] = [
  tooDeep,
  forbiddenCharacter,
  indentedMarker,
  mergeConflict,
  codeFence,
  tabIndentation,
  badEscape,
  loneStar,
  forbiddenStart,
  unclosedQuote,
  unclosedBracket,
  textBehindQuote,
  closingBracket,
  missingComma,
  missingSpace,
  missingSpaceBehindDash,
  missingColon,
  listBehindKey,
  secondColon,
  mixedListAndKeys,
  nestedUnderValue,
  badIndentation,
  blockHeader,
  otherReasons,
];

function tooDeep({ reason, line }: FailurePlace): SyntaxFinding | null {
  if (!reason.startsWith('nesting exceeded')) return null;
  const message =
    'Lists and mappings are nested too deep here. No manifest needs that: check for brackets that are never closed.';
  return { message, range: { start: line.start, end: Math.min(line.end, line.start + 200) } };
}

function forbiddenCharacter({ text, reason, offset }: FailurePlace): SyntaxFinding | null {
  if (!/non-printable|null byte|valid JSON character/.test(reason)) return null;
  const code = text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, '0');
  const message = `There is an invisible character here (U+${code}) that YAML does not allow. Delete it; in double quotes it may be written as \\u${code}.`;
  return { message, range: { start: offset, end: offset + 1 } };
}

/** Only on the first line: on others it is a text, and mostly one that fits. */
function indentedMarker({ text }: FailurePlace): SyntaxFinding | null {
  const [, indent] = /^(\uFEFF?[ \t]+)---\s/.exec(text) ?? [];
  if (indent === undefined) return null;
  const message =
    '`---` divides documents only at the start of a line. Delete the spaces before it.';
  return { message, range: { start: indent.length, end: indent.length + 3 } };
}

function mergeConflict({ line, above }: FailurePlace): SyntaxFinding | null {
  const hit = [line, ...above].find(({ text }) => /^(?:<{7}|={7}|>{7})(?: |$)/.test(text));
  if (!hit) return null;
  const message =
    'This line is left over from a Git merge. Keep one of the two versions and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`.';
  return { message, range: hit };
}

function codeFence({ line, above }: FailurePlace): SyntaxFinding | null {
  const hit = [line, ...above].find(({ text }) => /^\s*```/.test(text));
  if (!hit) return null;
  return { message: '``` marks code in Markdown, and is no YAML. Delete this line.', range: hit };
}

function tabIndentation({ line, above, reason }: FailurePlace): SyntaxFinding | null {
  const candidates = /tab characters/.test(reason) ? [line, ...above] : [line];
  for (const { text, start } of candidates) {
    const tab = /^ *(?:- *)*(\t+)/.exec(text);
    if (!tab) continue;
    const end = start + tab[0].length;
    const message =
      'This line is indented with a tab. YAML allows only spaces: replace the tab by spaces.';
    return { message, range: { start: end - (tab[1]?.length ?? 1), end } };
  }
  return null;
}

function badEscape({ text, reason, offset }: FailurePlace): SyntaxFinding | null {
  if (!/escape sequence|hexadecimal/.test(reason)) return null;
  const start = text.lastIndexOf('\\', offset);
  const written = text.slice(start, start + 2);
  const message = `\`${written}\` means nothing in double quotes. For a backslash write \`\\\\\`, or use single quotes, in which a backslash is a backslash.`;
  return { message, range: { start, end: start + 2 } };
}

function loneStar({ text, reason, offset }: FailurePlace): SyntaxFinding | null {
  if (!/alias node/.test(reason)) return null;
  const start = text.lastIndexOf('*', offset);
  const message =
    'A `*` alone has a meaning of its own in YAML (an alias). For the text put it in quotes: "*".';
  return { message, range: { start, end: start + 1 } };
}

function forbiddenStart({ text, reason, offset, line }: FailurePlace): SyntaxFinding | null {
  if (/found ','/.test(reason)) return null;
  const sign = text.charAt(offset);
  if (!/[@`%,]/.test(sign) && !line.text.startsWith('%')) return null;
  const range = restOfLine({ text, offset, line });
  const found = /^[@`%,]/.test(sign) ? sign : '%';
  return {
    message: `A text cannot begin with ${found} in YAML. Put the whole text in quotes.`,
    range,
  };
}

/** A quote that swallows the lines below, up to the next quote or the end. */
function unclosedQuote(place: FailurePlace): SyntaxFinding | null {
  const { text, offset, line, above } = place;
  const open = lexicalStateAt(text, offset).quote;
  const start = open >= 0 ? open : oddQuote([line, ...above.slice(0, 20)]);
  if (start < 0) return null;
  const quote = text.charAt(start);
  const rest = /^[^\r\n]*/.exec(text.slice(start, start + 1000))?.[0].trimEnd() ?? quote;
  const message = `The quote ${quote} that begins here is not closed on its line. Add a ${quote} where the text ends${quote === "'" ? "; an apostrophe inside single quotes is written twice: ''" : ''}.`;
  return { message, range: { start, end: start + rest.length } };
}

/** Offset of the value of the nearest line whose value begins with a quote and has an odd number of them; or -1. */
function oddQuote(lines: readonly SourceLine[]): number {
  for (const { text, start } of lines) {
    const [whole, head = '', quote = '"'] = VALUE_QUOTE.exec(text) ?? [];
    if (whole === undefined) continue;
    const value = text.slice(head.length);
    const count = value.replace(/\\./g, '').split(quote).length - 1;
    if (count % 2 === 1) return start + head.length;
  }
  return -1;
}

const VALUE_QUOTE = /^(\s*(?:- +)*(?:[^\s"'#][^"'#]*?:\s+)?(?:[[{]\s*)?)(["'])/;

function unclosedBracket({ text, reason, offset, line }: FailurePlace): SyntaxFinding | null {
  const { brackets } = lexicalStateAt(text, offset);
  const start = brackets.at(-1);
  if (start === undefined) return null;
  const isEnd = /end of the (?:stream|document)/.test(reason);
  const isBelow = start < line.start && /^\s*[\w./-]+:(?:\s|$)|^\s*- /.test(line.text);
  if (!isEnd && !isBelow && reason !== 'deficient indentation') return null;
  const [open, close] = text.charAt(start) === '[' ? ['[', ']'] : ['{', '}'];
  const message = `The \`${open}\` here is never closed. Add a \`${close}\` behind the last entry.`;
  return { message, range: { start, end: start + 1 } };
}

function textBehindQuote({ text, offset, line }: FailurePlace): SyntaxFinding | null {
  const before = text.slice(line.start, offset).trimEnd();
  const sign = text.charAt(offset);
  if (!/["'\]}]$/.test(before) || !/[^\s:,\]}]/.test(sign)) return null;
  const closed = before.slice(-1);
  const message = /["']/.test(closed)
    ? `The text ended at the quote ${closed} before this. Delete what follows, or put all of it in quotes${closed === "'" ? "; an apostrophe inside single quotes is written twice: ''" : ''}.`
    : `The value ended at the \`${closed}\` before this. Delete what follows, or begin a new line.`;
  return { message, range: restOfLine({ text, offset, line }) };
}

function closingBracket({ text, offset }: FailurePlace): SyntaxFinding | null {
  const sign = text.charAt(offset);
  if (sign !== ']' && sign !== '}') return null;
  const open = sign === ']' ? '[' : '{';
  const message = `There is no \`${open}\` that this \`${sign}\` closes. Delete it, or add the \`${open}\`.`;
  return { message, range: { start: offset, end: offset + 1 } };
}

function missingComma({ text, reason, offset, line, above }: FailurePlace): SyntaxFinding | null {
  if (/found ','/.test(reason)) {
    const message = 'There is a comma too many here, or a value is missing before it.';
    return { message, range: { start: offset, end: offset + 1 } };
  }
  if (!/missed comma/.test(reason)) return null;
  const [previous] = above;
  const before = text.slice(line.start, offset);
  const isKey = /^\s*(?:"[^"]*"|'[^']*'|[\w.-]+)\s*$/.test(before);
  const range = isKey && previous ? trimmed(previous) : restOfLine({ text, offset, line });
  const message =
    'A comma is missing here: inside of `[ ]` and `{ }` the entries are divided by commas.';
  return { message, range };
}

/** `name:foo` reads as one word, and the trouble begins lines further down. */
function missingSpace({ reason, line, above }: FailurePlace): SyntaxFinding | null {
  const hit = [line, ...above.slice(0, 3)].find(({ text }) => GLUED.test(text));
  if (!hit) return null;
  const [, head = '', key = '', value = ''] = GLUED.exec(hit.text) ?? [];
  const isCertain = /whitespace character/.test(reason) || hit !== line || !/:\s/.test(hit.text);
  if (!isCertain) return null;
  const start = hit.start + head.length;
  const message = `A space is missing behind the colon: write \`${key}: ${value}\`.`;
  return { message, range: { start, end: start + key.length + 1 + value.length } };
}

const GLUED = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[A-Za-z][\w.-]*):((?!\/\/)[^\s:][^\s]*)/;

function missingSpaceBehindDash({
  text: all,
  offset,
  line,
  above,
}: FailurePlace): SyntaxFinding | null {
  const hit = [line, ...above.slice(0, 2)].find(({ text }) => /^\s*-[A-Za-z"']/.test(text));
  if (!hit || all.charAt(offset) !== ':') return null;
  const start = hit.start + hit.text.indexOf('-');
  const message = 'A space is missing behind the `-`: an item of a list begins with `- `.';
  return { message, range: { start, end: start + 2 } };
}

/** A word alone, or `name value`, where a key should be. */
function missingColon({
  text: all,
  offset,
  line,
  above,
  reason,
}: FailurePlace): SyntaxFinding | null {
  const isHere = /expected ':' after|multiline key/.test(reason);
  // Only a word that runs on to the key of the next line gets the parser stuck at that key's colon.
  if (!isHere && all.charAt(offset) !== ':') return null;
  const hit = [line, ...above.slice(0, 2)].find(
    ({ text }) => COLONLESS.test(text) && (isHere || text !== line.text),
  );
  if (!hit) return null;
  const [, head = '', key = '', value = ''] = COLONLESS.exec(hit.text) ?? [];
  const start = hit.start + head.length;
  const end = hit.start + hit.text.trimEnd().length;
  const correct = value === '' ? `${key}:` : `${key}: ${value}`;
  const message = `There is no colon on this line. If \`${key}\` is a key, write \`${correct}\`.`;
  return { message, range: { start, end } };
}

const COLONLESS = /^(\s*(?:- +)*)([A-Za-z][\w.-]*)(?:[ \t]+([^\s:#[\]{}"'][^:#]*?))?\s*$/;

function listBehindKey({ text, offset, line }: FailurePlace): SyntaxFinding | null {
  const before = text.slice(line.start, offset);
  if (!/:[ \t]+$/.test(before) || !/^-(?:\s|$)/.test(text.slice(offset, offset + 2))) return null;
  const message =
    'A list cannot begin on the line of its key. Put each `- ` item on a line of its own below.';
  return { message, range: restOfLine({ text, offset, line }) };
}

function secondColon({ text, offset, line }: FailurePlace): SyntaxFinding | null {
  if (text.charAt(offset) !== ':') return null;
  const before = text.slice(line.start, offset);
  if (!/[^\s:]:\s+\S|^---\s+\S/.test(before)) return null;
  const message = before.startsWith('---')
    ? 'A key cannot stand on the line of `---`. Begin a new line behind `---`.'
    : 'There is a second colon on this line. If it belongs to the value, put the value in quotes; if a new key begins here, put it on a line of its own.';
  return { message, range: { start: offset, end: offset + 1 } };
}

function mixedListAndKeys({ text, offset, line, above }: FailurePlace): SyntaxFinding | null {
  if (text.slice(line.start, offset).trim() !== '') return null;
  const isItem = /^\s*-(?:\s|$)/.test(line.text);
  const indent = indentOf(line);
  const sibling = above.find((other) => indentOf(other) <= indent);
  if (!sibling || indentOf(sibling) !== indent) return null;
  if (/^\s*-(?:\s|$)/.test(sibling.text) === isItem) return null;
  const message = isItem
    ? 'A list item (`- `) stands here between keys. If it belongs to the key above, that key may have no other value and must be the line right above.'
    : 'A key stands here between list items (`- `). If it belongs to the item above, indent it as far as the text behind the `-`.';
  return { message, range: trimmed(line) };
}

/** `a: x` and below it, deeper, `b: y`. */
function nestedUnderValue({ line, above }: FailurePlace): SyntaxFinding | null {
  const [previous] = above;
  if (!previous || indentOf(line) <= indentOf(previous)) return null;
  if (!/^\s*(?:- +)*[^\s#:][^#]*?:\s+[^\s#|>&!]/.test(previous.text)) return null;
  if (!/^\s*(?:- +)*[^\s#:]+:(?:\s|$)/.test(line.text)) return null;
  const message =
    'This line is indented deeper than the line above, which has a value already. Indent both alike, or delete the value above.';
  return { message, range: trimmed(line) };
}

function badIndentation({ reason, line, text, offset }: FailurePlace): SyntaxFinding | null {
  const isFirst = text.slice(line.start, offset).trim() === '';
  if (!isFirst || !/indentation/.test(reason)) return null;
  const message =
    'The indentation of this line fits none of the lines above. Indent it exactly as far as the keys or items that it belongs to.';
  return { message, range: trimmed(line) };
}

function blockHeader(place: FailurePlace): SyntaxFinding | null {
  if (!/line break is expected/.test(place.reason)) return null;
  const message =
    'Behind `|` or `>` the line must end: the text begins on the next line, indented.';
  return { message, range: restOfLine(place) };
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /directive|YAML version|TAG directive/,
    'Lines that begin with `%` are directives of YAML and stand in front of `---`. Manifests need none: delete the line.',
  ],
  [
    /tag/,
    'The word that begins with `!` is no tag that YAML knows. If it is meant as text, put it in quotes.',
  ],
  [
    /anchor/,
    'The word that begins with `&` is no proper anchor here. If it is meant as text, put it in quotes.',
  ],
  [
    /chomping|indentation width/,
    'Behind `|` or `>` stands at most one sign (`+` or `-`) and one digit.',
  ],
];

function otherReasons(place: FailurePlace): SyntaxFinding | null {
  const [, message] = REASONS.find(([pattern]) => pattern.test(place.reason)) ?? [];
  return message === undefined ? null : { message, range: restOfLine(place) };
}

function indentOf({ text }: SourceLine): number {
  return text.length - text.trimStart().length;
}

function trimmed({ start, text }: SourceLine): TextRange {
  const indent = text.length - text.trimStart().length;
  return { start: start + indent, end: start + Math.max(text.trimEnd().length, indent) };
}
