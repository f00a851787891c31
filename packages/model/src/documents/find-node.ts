import type { TextRange } from '../text/text-range.ts';
import type { FieldPath } from './field-path.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { treeOf } from './tree-of.ts';
import type { YamlNode, YamlPair, YamlTree } from './yaml-node.ts';

/** The node at a path, if the text has one there. Does not look through aliases and merge keys. */
export function findNode(root: YamlNode | null, path: FieldPath): YamlNode | undefined {
  let node: YamlNode | undefined = root ?? undefined;
  for (const step of path) {
    if (node === undefined) return undefined;
    node = childAt(node, step);
  }
  return node;
}

/** The pair of a mapping that Kubernetes takes for a key: the last one of that name. */
export function findPair(node: YamlNode, name: string): YamlPair | undefined {
  return node.kind === 'mapping' ? node.pairs.findLast((pair) => pair.name === name) : undefined;
}

/** The path of the innermost entry that holds an offset, keys and dashes included; `[]` where there is none. */
export function pathAtOffset(tree: YamlTree, offset: number): FieldPath {
  const path: (string | number)[] = [];
  let node: YamlNode | null = tree.root;
  while (node) {
    const entry = entryAt(node, offset);
    if (!entry) break;
    path.push(entry.step);
    node = entry.node;
  }
  return path;
}

/**
 * Where a path lies, relative to the document: the node's own range, that of its key where the value is
 * absent (`hosts:`), or that of the nearest ancestor that the text has. Empty at 0 where there is nothing.
 */
export function rangeOfPath(document: ManifestDocument, path: FieldPath): TextRange {
  const { root } = treeOf(document);
  if (!root) return { start: 0, end: 0 };
  let node: YamlNode = root;
  let range = root.range;
  for (const step of path) {
    const child: YamlNode | undefined = childAt(node, step);
    if (!child) return range;
    range = isEmpty(child.range) ? introducerRange(node, step, child) : child.range;
    node = child;
  }
  return range;
}

/** Where the key of the path's last step lies, or the dash of an item; like `rangeOfPath` where the text has none. */
export function rangeOfKey(document: ManifestDocument, path: FieldPath): TextRange {
  const last = path.at(-1);
  const { root } = treeOf(document);
  const parent = findNode(root, path.slice(0, -1));
  const child = last === undefined || parent === undefined ? undefined : childAt(parent, last);
  if (parent === undefined || last === undefined || child === undefined)
    return rangeOfPath(document, path);
  const pair = findPair(parent, String(last));
  return pair?.key.range ?? introducerRange(parent, last, child);
}

function childAt(node: YamlNode, step: string | number): YamlNode | undefined {
  if (node.kind === 'sequence') {
    return typeof step === 'number' ? node.items[step]?.node : undefined;
  }
  return findPair(node, String(step))?.value;
}

function introducerRange(parent: YamlNode, step: string | number, child: YamlNode): TextRange {
  const pair = findPair(parent, String(step));
  if (pair)
    return { start: pair.key.range.start, end: Math.max(pair.key.range.end, pair.colon + 1) };
  return { start: Math.max(child.introEnd - 1, 0), end: child.introEnd };
}

function isEmpty(range: TextRange): boolean {
  return range.start === range.end;
}

interface Entry {
  readonly step: string | number;
  readonly node: YamlNode;
}

function entryAt(node: YamlNode, offset: number): Entry | undefined {
  switch (node.kind) {
    case 'mapping': {
      const pair = node.pairs.find((each) => holds(pairRange(each), offset));
      return pair && pair.name !== null ? { step: pair.name, node: pair.value } : undefined;
    }
    case 'sequence': {
      const index = node.items.findIndex(({ dash, node: item }) =>
        holds({ start: dash < 0 ? item.range.start : dash, end: item.range.end }, offset),
      );
      const item = node.items[index];
      return item && { step: index, node: item.node };
    }
    default:
      return undefined;
  }
}

function pairRange({ explicit, key, colon, value }: YamlPair): TextRange {
  return {
    start: explicit < 0 ? key.range.start : explicit,
    end: Math.max(key.range.end, colon + 1, value.range.end),
  };
}

function holds(range: TextRange, offset: number): boolean {
  return offset >= range.start && offset <= range.end;
}
