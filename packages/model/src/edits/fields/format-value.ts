import { formatScalar } from '../../documents/format-scalar.ts';
import type { YamlNode } from '../../documents/yaml-node.ts';
import type { FieldValue } from '../edit-command.ts';
import type { WritingStyle } from './writing-style.ts';

type FieldList = readonly FieldValue[];
type FieldMap = { readonly [key: string]: FieldValue };

/** Whether the value is a list. */
export function isList(value: FieldValue): value is FieldList {
  return Array.isArray(value);
}

/** Whether the value is a mapping. */
export function isMap(value: FieldValue): value is FieldMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value is a list or mapping that holds something, so that it takes lines of its own. */
export function hasContent(value: FieldValue): value is FieldList | FieldMap {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/**
 * The value on one line, right in block and in flow context. Strings are quoted as those of `like`
 * are, a node that stands for the same thing nearby.
 */
export function formatInline(
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null = null,
): string {
  return isList(value) || isMap(value)
    ? formatFlow(value, style, like)
    : formatScalarLike(value, style, like);
}

/** The value as JSON on lines of its own, the first starting in place at a column of `column`. */
export function formatJson(value: FieldValue, style: WritingStyle, column: number): string {
  return joinLines(JSON.stringify(value, null, style.indent).split('\n'), column, style, true);
}

function formatFlow(
  value: FieldList | FieldMap,
  style: WritingStyle,
  like: YamlNode | null,
): string {
  const part = (item: FieldValue, itemLike: YamlNode | null) =>
    isList(item) || isMap(item)
      ? formatFlow(item, style, itemLike)
      : formatScalarLike(item, style, itemLike);
  if (isList(value)) {
    return inBrackets(
      '[]',
      value.map((item) => part(item, itemLike(like))),
      style.padding.brackets,
    );
  }
  const pairs = Object.entries(value as FieldMap).map(
    ([key, item]) => `${formatScalarLike(key, style, null)}: ${part(item, fieldLike(like, key))}`,
  );
  return inBrackets('{}', pairs, style.padding.braces);
}

function inBrackets(brackets: string, parts: readonly string[], isPadded: boolean): string {
  const pad = isPadded && parts.length > 0 ? ' ' : '';
  return brackets[0] + pad + parts.join(', ') + pad + brackets[1];
}

/** A scalar quoted as `like` is quoted; plain where that is safe and nothing says otherwise. */
export function formatScalarLike(
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null,
): string {
  if (style.json) {
    return JSON.stringify(value);
  }
  if (typeof value !== 'string') {
    return formatScalar(typeof value === 'number' || typeof value === 'boolean' ? value : null);
  }
  const likeStyle = like?.kind === 'scalar' ? like.style : 'plain';
  return likeStyle === 'single' || likeStyle === 'double'
    ? formatScalar(value, { quote: likeStyle, always: true })
    : formatScalar(value, { quote: style.quote });
}

/**
 * The value as lines of its own, the first at column 0, without a line ending after the last. `like`
 * is a node that stands for the same thing nearby: its quotes, brackets and dash spacing are taken
 * over.
 */
export function formatBlock(
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null = null,
): readonly string[] {
  if (!hasContent(value)) {
    return [formatInline(value, style, like)];
  }
  return isList(value)
    ? value.flatMap((item) => formatItem(item, style, itemLike(like)))
    : Object.entries(value).flatMap(([key, item]) =>
        formatField(key, item, style, fieldLike(like, key)),
      );
}

/** `- value` as lines. */
export function formatItem(
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null = null,
): readonly string[] {
  const block = blockScalarOf(value, style);
  if (block !== null) {
    return [`- ${block.header}`, ...indented(block.body, style.indent)];
  }
  if (!hasContent(value) || isFlow(like)) {
    return [`- ${formatInline(value, style, like)}`];
  }
  const [first = '', ...rest] = formatBlock(value, style, like);
  return [`- ${first}`, ...indented(rest, 2)];
}

/** `key: value` as lines. */
export function formatField(
  key: string,
  value: FieldValue,
  style: WritingStyle,
  like: YamlNode | null = null,
): readonly string[] {
  const name = formatScalarLike(key, style, null);
  const block = blockScalarOf(value, style);
  if (block !== null) {
    return [`${name}: ${block.header}`, ...indented(block.body, style.indent)];
  }
  if (!hasContent(value) || isFlow(like)) {
    return [`${name}: ${formatInline(value, style, like)}`];
  }
  const depth = isList(value) && style.sequencesAtKey ? 0 : style.indent;
  return [`${name}:`, ...indented(formatBlock(value, style, like), depth)];
}

/** A string of several lines as a `|` block, or null where it is safer in quotes. */
export function blockScalarOf(
  value: FieldValue,
  style: WritingStyle,
): { readonly header: string; readonly body: readonly string[] } | null {
  const isText = typeof value === 'string' && value.includes('\n');
  if (!isText || !style.blockScalars || style.json) {
    return null;
  }
  // `|+` takes the blank lines after it and `|2` depends on the parent's column: neither is written.
  const isPlainText =
    /^[^\s#]/.test(value) &&
    !/\n\n$/.test(value) &&
    !/^[ \t]+$/m.test(value) &&
    /^[\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\ud83c-\ud83e\udc00-\udfff]*$/.test(
      value,
    ) &&
    !/[\u2028\u2029]/.test(value);
  if (!isPlainText) {
    return null;
  }
  const isEnded = value.endsWith('\n');
  const lines = (isEnded ? value.slice(0, -1) : value).split('\n');
  return { header: isEnded ? '|' : '|-', body: lines };
}

/** Lines joined with the style's line ending, each not empty one indented by `column` spaces. */
export function joinLines(
  lines: readonly string[],
  column: number,
  style: WritingStyle,
  isFirstInPlace = false,
): string {
  const [first = '', ...rest] = lines;
  const head = isFirstInPlace ? [first] : indented([first], column);
  return [...head, ...indented(rest, column)].join(style.lineBreak);
}

function indented(lines: readonly string[], column: number): readonly string[] {
  const spaces = ' '.repeat(Math.max(0, column));
  return lines.map((line) => (line === '' ? '' : spaces + line));
}

function isFlow(like: YamlNode | null): boolean {
  return (like?.kind === 'mapping' || like?.kind === 'sequence') && like.flow;
}

/** The last item of a sequence: what a new one of its items should look like. */
export function itemLike(like: YamlNode | null): YamlNode | null {
  return like?.kind === 'sequence' ? (like.items.at(-1)?.node ?? null) : null;
}

function fieldLike(like: YamlNode | null, key: string): YamlNode | null {
  return like?.kind === 'mapping'
    ? (like.pairs.findLast(({ name }) => name === key)?.value ?? null)
    : null;
}
