import type { FieldPath } from '../../documents/field-path.ts';
import type {
  YamlItem,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlSequence,
} from '../../documents/yaml-node.ts';

/** A node together with the way to it from the root. */
export interface FieldPlace {
  readonly node: YamlNode;
  /** The collection that holds it; null at the root. */
  readonly parent: CollectionPlace | null;
  readonly slot: FieldSlot;
}

/** The place of a mapping or sequence. */
export interface CollectionPlace extends FieldPlace {
  readonly node: YamlMapping | YamlSequence;
}

/** What holds a node inside its parent. */
export type FieldSlot =
  | { readonly kind: 'root' }
  | { readonly kind: 'pair'; readonly index: number; readonly pair: YamlPair }
  | { readonly kind: 'item'; readonly index: number; readonly item: YamlItem };

/** A pair or an item: what is cut, moved and counted as one. Offsets are of the document. */
export interface Entry {
  /** `?`, the key, the dash, or the item itself in a flow sequence. */
  readonly start: number;
  readonly end: number;
  readonly key: YamlNode | null;
  readonly node: YamlNode;
}

/** The way to `path` as far as the text has it: the last place, and how many segments were found. */
export interface FoundPlace {
  readonly place: FieldPlace;
  readonly depth: number;
}

/** Follows `path` through what is written (never through aliases or merge keys). */
export function findPlace(root: YamlNode, path: FieldPath): FoundPlace {
  let place: FieldPlace = { node: root, parent: null, slot: { kind: 'root' } };
  for (let depth = 0; depth < path.length; depth++) {
    const segment = path[depth];
    const child = segment === undefined ? undefined : findChild(place, segment);
    if (child === undefined) {
      return { place, depth };
    }
    place = child;
  }
  return { place, depth: path.length };
}

/** The place of the whole path, or undefined. */
export function findExactPlace(root: YamlNode, path: FieldPath): FieldPlace | undefined {
  const found = findPlace(root, path);
  return found.depth === path.length ? found.place : undefined;
}

function findChild(place: FieldPlace, segment: string | number): FieldPlace | undefined {
  if (!isCollection(place)) {
    return undefined;
  }
  const node = place.node;
  if (node.kind === 'mapping') {
    const index = node.pairs.findLastIndex((pair) => pair.name === String(segment));
    const pair = node.pairs[index];
    return pair && { node: pair.value, parent: place, slot: { kind: 'pair', index, pair } };
  }
  const item = typeof segment === 'number' ? node.items[segment] : undefined;
  return (
    item && {
      node: item.node,
      parent: place,
      slot: { kind: 'item', index: Number(segment), item },
    }
  );
}

/** Whether the place holds a mapping or a sequence. */
export function isCollection(place: FieldPlace): place is CollectionPlace {
  return place.node.kind === 'mapping' || place.node.kind === 'sequence';
}

/** Whether the place is inside a flow collection. */
export function isInFlow(place: FieldPlace): boolean {
  for (let parent = place.parent; parent !== null; parent = parent.parent) {
    if (parent.node.flow) {
      return true;
    }
  }
  return false;
}

/** The pairs or items of a collection, in text order. */
export function entriesOf(node: YamlMapping | YamlSequence): readonly Entry[] {
  if (node.kind === 'sequence') {
    return node.items.map((item) => ({
      start: item.dash >= 0 ? item.dash : item.node.range.start,
      end: Math.max(item.dash + 1, item.node.range.end),
      key: null,
      node: item.node,
    }));
  }
  return node.pairs.map((pair) => ({
    start: pair.explicit >= 0 ? pair.explicit : pair.key.range.start,
    end: Math.max(pair.key.range.end, pair.colon + 1, pair.value.range.end),
    key: pair.key,
    node: pair.value,
  }));
}

/** Start of what holds the place: the key, `?` or dash; the node itself at the root and in flow sequences. */
export function slotStart(place: FieldPlace): number {
  const { slot, node } = place;
  if (slot.kind === 'pair') {
    return slot.pair.explicit >= 0 ? slot.pair.explicit : slot.pair.key.range.start;
  }
  return slot.kind === 'item' && slot.item.dash >= 0 ? slot.item.dash : node.range.start;
}

/** Where text goes that follows the introducer and, where they are there, anchor and tag. */
export function attachOffset(text: string, node: YamlNode): number {
  if (node.anchor === null && node.tag === null) {
    return node.introEnd;
  }
  let offset = node.range.start;
  let end = offset;
  for (let left = (node.anchor === null ? 0 : 1) + (node.tag === null ? 0 : 1); left > 0; left--) {
    offset = skipTrivia(text, offset);
    offset += text[offset] === '&' ? 1 + (node.anchor?.length ?? 0) : (node.tag?.length ?? 0);
    end = offset;
  }
  return end;
}

function skipTrivia(text: string, offset: number): number {
  const gap = /(?:[ \t\r\n]|#[^\r\n]*)*/y;
  gap.lastIndex = offset;
  gap.test(text);
  return gap.lastIndex;
}

/** The node that ends last inside `node`; itself where it is no block collection. */
export function lastLeaf(node: YamlNode): YamlNode {
  if (node.kind === 'scalar' || node.kind === 'alias' || node.flow) {
    return node;
  }
  const entry = entriesOf(node).at(-1);
  if (entry === undefined) {
    return node;
  }
  const isKeyLast = entry.key !== null && entry.key.range.end > entry.node.range.end;
  return isKeyLast && entry.key !== null ? entry.key : lastLeaf(entry.node);
}
