import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { YamlNode } from '../../documents/yaml-node.ts';
import type { TextRange } from '../../text/text-range.ts';
import { blockExtentOf } from './entry-extent.ts';
import type { FieldOperation } from './field-operation.ts';
import { attachOffset, entriesOf, type FieldPlace, findExactPlace } from './field-place.ts';

/** The comments of a document in text order, without those that an operation may take away. */
export function commentsOutside(
  document: ManifestDocument,
  operations: readonly FieldOperation[],
): readonly string[] {
  const { text } = document;
  if (!text.includes('#')) {
    return [];
  }
  const { root } = treeOf(document);
  const spared = operations.map((operation) => sparedRange(text, root, operation));
  const comments: string[] = [];
  let offset = 0;
  for (const token of [...tokensOf(root), { start: text.length, end: text.length }]) {
    const gap = text.slice(offset, token.start);
    for (const match of gap.matchAll(/(?:^|(?<=[\s,[\]{}:-]))#[^\r\n]*/g)) {
      const at = offset + match.index;
      if (!spared.some((range) => at >= range.start && at < range.end)) {
        comments.push(match[0].trimEnd());
      }
    }
    offset = Math.max(offset, token.end);
  }
  return comments;
}

/** The scalars and aliases of a tree: a `#` inside them starts no comment. */
function* tokensOf(node: YamlNode | null): Generator<TextRange> {
  if (node === null) {
    return;
  }
  if (node.kind === 'mapping') {
    for (const pair of node.pairs) {
      yield* tokensOf(pair.key);
      yield* tokensOf(pair.value);
    }
  } else if (node.kind === 'sequence') {
    for (const item of node.items) {
      yield* tokensOf(item.node);
    }
  } else if (node.kind === 'scalar' && node.block !== null) {
    yield { start: node.block.body.start, end: node.block.body.end };
  } else {
    yield { start: node.contentStart, end: node.range.end };
  }
}

const NOTHING: TextRange = { start: 0, end: 0 };

function sparedRange(text: string, root: YamlNode | null, operation: FieldOperation): TextRange {
  const isDestructive = operation.kind === 'set' || operation.kind === 'remove';
  const place = isDestructive && root !== null ? findExactPlace(root, operation.path) : undefined;
  if (place === undefined) {
    return NOTHING;
  }
  const extent = extentOfPlace(text, place);
  const end = Math.max(extent.end, place.node.range.end);
  return operation.kind === 'set'
    ? { start: Math.min(attachOffset(text, place.node), place.node.range.start), end }
    : { start: extent.start, end };
}

function extentOfPlace(text: string, { parent, slot, node }: FieldPlace): TextRange {
  if (parent === null || slot.kind === 'root') {
    return { start: 0, end: text.length };
  }
  if (!parent.node.flow) {
    return blockExtentOf(text, parent, slot.index) ?? node.range;
  }
  // In a flow collection, what stands between the neighbours goes with the entry.
  const entries = entriesOf(parent.node);
  return {
    start: entries[slot.index - 1]?.end ?? parent.node.contentStart,
    end: entries[slot.index + 1]?.start ?? parent.node.range.end,
  };
}
