import { lineEnd, lineStart, nextLineStart } from '../text/line-index.ts';
import type { TextRange } from '../text/text-range.ts';
import type { FieldPath } from './field-path.ts';
import { findNode } from './find-node.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { treeOf } from './tree-of.ts';
import type { YamlNode } from './yaml-node.ts';

/** The comments that belong to an entry (a key or item with its value). Ranges are relative to the document; line endings are excluded. */
export interface NodeComments {
  /** Comment lines right above, at the column of the entry, top down; without their indentation. */
  readonly leading: readonly TextRange[];
  /** On the line of the value or, where that begins further down, of the key, dash or block scalar header. */
  readonly trailing: TextRange | null;
  /** Comment lines below that are indented deeper than the entry, without their indentation. */
  readonly below: readonly TextRange[];
  /** The blank lines above the entry and its leading comments. */
  readonly blankLinesAbove: TextRange | null;
}

/** The comments of the entry at a path; none where the document has no such entry. `[]` is the whole content. */
export function commentsOf(document: ManifestDocument, path: FieldPath): NodeComments {
  const { root } = treeOf(document);
  const { text } = document;
  const node = findNode(root, path);
  const start = node && entryStart(root, path, node);
  if (!node || start === undefined) return NO_COMMENTS;
  const line = lineStart(text, start);
  const isFirst = text.slice(line, start).replace('\uFEFF', '').trim() === '';
  const leading = isFirst ? leadingComments(text, line, start - line) : [];
  const top = leading[0] ? lineStart(text, leading[0].start) : line;
  return {
    leading,
    trailing: trailingComment(text, node),
    below: deeperComments(text, lastLineEnd(text, node), columnOf(text, start)),
    blankLinesAbove: isFirst ? blankLines(text, top) : null,
  };
}

const NO_COMMENTS: NodeComments = { leading: [], trailing: null, below: [], blankLinesAbove: null };

/** Offset of the key, `?` or dash that the entry begins with. */
function entryStart(root: YamlNode | null, path: FieldPath, node: YamlNode): number | undefined {
  const parent = findNode(root, path.slice(0, -1));
  if (path.length === 0 || !parent) return node.range.start;
  if (parent.kind === 'sequence') {
    const item = parent.items.find((each) => each.node === node);
    return item && item.dash >= 0 ? item.dash : node.range.start;
  }
  if (parent.kind !== 'mapping') return undefined;
  const pair = parent.pairs.find(({ value }) => value === node);
  return pair && (pair.explicit >= 0 ? pair.explicit : pair.key.range.start);
}

function leadingComments(text: string, line: number, column: number): readonly TextRange[] {
  const comments: TextRange[] = [];
  for (let above = lineAbove(text, line); above !== null; above = lineAbove(text, above)) {
    const comment = commentLine(text, above);
    if (!comment || comment.start - above !== column) break;
    comments.push(comment);
  }
  return comments.reverse();
}

/** The comment that is all that a line holds. */
function commentLine(text: string, line: number): TextRange | null {
  let at = line;
  while (isSpace(text.charCodeAt(at))) at++;
  return text.charCodeAt(at) === 35 ? { start: at, end: lineEnd(text, at) } : null;
}

function trailingComment(text: string, node: YamlNode): TextRange | null {
  const isBlock = node.kind === 'mapping' || node.kind === 'sequence' ? !node.flow : false;
  if (isBlock) return commentBehind(text, Math.max(node.introEnd, propertiesEnd(text, node)));
  if (node.kind === 'scalar' && node.block) {
    return commentBehind(text, node.contentStart + headerLength(text, node.contentStart));
  }
  return commentBehind(text, node.range.end);
}

/** Where anchor and tag of a node end; its start where it has none. */
function propertiesEnd(text: string, { range, contentStart, anchor, tag }: YamlNode): number {
  if (anchor === null && tag === null) return 0;
  return range.start + text.slice(range.start, contentStart).replace(/\s+(?:#.*)?$/s, '').length;
}

function headerLength(text: string, start: number): number {
  return /^[|>][-+0-9]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1;
}

/** A comment on the rest of a line, with nothing but white space and a comma in front. */
function commentBehind(text: string, offset: number): TextRange | null {
  let at = offset;
  while (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === 44) at++;
  if (text.charCodeAt(at) !== 35 || at === offset) return null;
  return { start: at, end: lineEnd(text, at) };
}

/** Offset of the ending of the last line that holds part of the node. */
function lastLineEnd(text: string, node: YamlNode): number {
  let last = node;
  while ((last.kind === 'mapping' || last.kind === 'sequence') && !last.flow) {
    const child: YamlNode | undefined =
      last.kind === 'mapping' ? last.pairs.at(-1)?.value : last.items.at(-1)?.node;
    if (!child) break;
    last = child;
  }
  if (last.kind === 'scalar' && last.block && last.block.body.end > last.block.body.start) {
    return lineEnd(text, last.block.body.end - 1);
  }
  return lineEnd(text, node.range.end);
}

function deeperComments(text: string, from: number, column: number): readonly TextRange[] {
  const comments: TextRange[] = [];
  for (let line = nextLineStart(text, from); line < text.length; line = nextLineStart(text, line)) {
    const comment = commentLine(text, line);
    if (!comment && text.slice(line, lineEnd(text, line)).trim() !== '') break;
    if (comment && comment.start - line <= column) break;
    if (comment) comments.push(comment);
  }
  return comments;
}

/** The blank lines right above the line that begins at `line`, their line endings included. */
function blankLines(text: string, line: number): TextRange | null {
  let start = line;
  for (let above = lineAbove(text, line); above !== null; above = lineAbove(text, above)) {
    if (text.slice(above, lineEnd(text, above)).trim() !== '') break;
    start = above;
  }
  return start === line ? null : { start, end: line };
}

function lineAbove(text: string, line: number): number | null {
  if (line === 0) return null;
  const isPair = text.charCodeAt(line - 1) === 10 && text.charCodeAt(line - 2) === 13;
  return lineStart(text, line - (isPair ? 2 : 1));
}

function columnOf(text: string, offset: number): number {
  const line = lineStart(text, offset);
  return offset - line - (text.charCodeAt(line) === 0xfeff ? 1 : 0);
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
