import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { YamlNode } from '../../documents/yaml-node.ts';
import type { TextRange } from '../../text/text-range.ts';

/** All comments of a document that can be read, from `#` to the end of the line, in text order. */
export function findComments(document: ManifestDocument): readonly TextRange[] {
  const { text } = document;
  const { root } = treeOf(document);
  const comments: TextRange[] = [];
  let from = 0;
  for (const { start, end } of root === null ? [] : leafRanges(root)) {
    collect(text, from, start, comments);
    from = end;
  }
  collect(text, from, text.length, comments);
  return comments;
}

/** Where texts stand, in which `#` is no comment. */
function leafRanges(node: YamlNode): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const walk = (inner: YamlNode): void => {
    switch (inner.kind) {
      case 'mapping':
        for (const { key, value } of inner.pairs) {
          walk(key);
          walk(value);
        }
        return;
      case 'sequence':
        for (const item of inner.items) walk(item.node);
        return;
      default:
        ranges.push(inner.range);
    }
  };
  walk(node);
  return ranges;
}

function collect(text: string, start: number, end: number, into: TextRange[]): void {
  // Behind a text, only white space makes a comment of what follows.
  const pattern = start === 0 ? /(?<![^\s\uFEFF])#[^\r\n]*/g : /(?<=\s)#[^\r\n]*/g;
  for (const hit of text.slice(start, end).matchAll(pattern))
    into.push({ start: start + hit.index, end: start + hit.index + hit[0].length });
}
