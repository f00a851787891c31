import type { FieldPath } from '../../documents/field-path.ts';
import type {
  YamlAlias,
  YamlMapping,
  YamlNode,
  YamlPair,
  YamlTree,
} from '../../documents/yaml-node.ts';
import { entriesOf, type FieldPlace, isCollection } from './field-place.ts';

/** A field of a mapping and the mapping in which it is written, another one where it is merged (`<<`). */
export interface WrittenField {
  readonly owner: YamlMapping;
  readonly pair: YamlPair;
}

/** Where a path leads when aliases and merge keys are followed. */
export interface FollowedPath {
  /** The last node that is there; never an alias. */
  readonly node: YamlNode;
  /** How many segments of the path were found. */
  readonly depth: number;
}

/** What an alias repeats; undefined where its anchor is not there. */
export function definitionOf(tree: YamlTree, alias: YamlAlias): YamlNode | undefined {
  return tree.anchors.findLast(
    ({ name, node }) => name === alias.name && node.range.start < alias.range.start,
  )?.node;
}

/** Follows `path` from the root through aliases and merge keys. */
export function followPath(tree: YamlTree, root: YamlNode, path: FieldPath): FollowedPath {
  let node = withoutAlias(tree, root) ?? root;
  for (let depth = 0; depth < path.length; depth++) {
    const segment = path[depth] ?? '';
    const child = childOf(tree, node, segment);
    const next = child && withoutAlias(tree, child);
    if (next === undefined) {
      return { node, depth };
    }
    node = next;
  }
  return { node, depth: path.length };
}

/** The node itself, or what it repeats where it is an alias. */
export function withoutAlias(tree: YamlTree, node: YamlNode): YamlNode | undefined {
  return node.kind === 'alias' ? definitionOf(tree, node) : node;
}

function childOf(tree: YamlTree, node: YamlNode, segment: string | number): YamlNode | undefined {
  if (node.kind === 'mapping') {
    return fieldsOf(tree, node).get(String(segment))?.pair.value;
  }
  return node.kind === 'sequence' && typeof segment === 'number'
    ? node.items[segment]?.node
    : undefined;
}

/** The fields that a mapping has, merged ones included, each as the one that counts (D7). */
export function fieldsOf(tree: YamlTree, mapping: YamlMapping): ReadonlyMap<string, WrittenField> {
  const known = FIELDS.get(mapping);
  if (known !== undefined) {
    return known;
  }
  const fields = new Map<string, WrittenField>();
  FIELDS.set(mapping, fields);
  for (const pair of mapping.pairs) {
    if (isMerge(pair)) {
      for (const source of mergedBy(tree, pair).toReversed()) {
        for (const [name, field] of fieldsOf(tree, source)) {
          fields.set(name, field);
        }
      }
    } else if (pair.name !== null) {
      fields.set(pair.name, { owner: mapping, pair });
    }
  }
  return fields;
}

const FIELDS = new WeakMap<YamlMapping, ReadonlyMap<string, WrittenField>>();

/** Whether the pair merges mappings into the one that holds it. */
export function isMerge({ key }: YamlPair): boolean {
  const isPlain = key.kind === 'scalar' && key.style === 'plain' && key.text === '<<';
  return isPlain && (key.tag === null || key.tag === '!' || key.tag === '!!merge');
}

/** The mappings that a merge key names, the one that counts most first. */
function mergedBy(tree: YamlTree, { value }: YamlPair): readonly YamlMapping[] {
  const node = withoutAlias(tree, value);
  const sources = node?.kind === 'sequence' ? node.items.map((item) => item.node) : [node];
  return sources
    .map((source) => source && withoutAlias(tree, source))
    .filter((source) => source?.kind === 'mapping');
}

/** Whether `mapping` takes fields from `source` through merge keys, over any number of steps. */
export function mergesFrom(tree: YamlTree, mapping: YamlMapping, source: YamlMapping): boolean {
  return mapping.pairs
    .filter(isMerge)
    .flatMap((pair) => mergedBy(tree, pair))
    .some((merged) => merged === source || mergesFrom(tree, merged, source));
}

/** The place of a node of this tree. */
export function placeOf(root: YamlNode, node: YamlNode): FieldPlace | undefined {
  let place: FieldPlace = { node: root, parent: null, slot: { kind: 'root' } };
  while (place.node !== node) {
    const child: FieldPlace | undefined = isCollection(place)
      ? entriesOf(place.node)
          .map((_, index) => childPlace(place, index))
          .find((one) => one !== undefined && contains(one.node, node))
      : undefined;
    if (child === undefined) {
      return undefined;
    }
    place = child;
  }
  return place;
}

function contains(around: YamlNode, { range }: YamlNode): boolean {
  return around.range.start <= range.start && range.end <= around.range.end;
}

/** The place of entry `index` of a collection. */
export function childPlace(place: FieldPlace, index: number): FieldPlace | undefined {
  if (!isCollection(place)) {
    return undefined;
  }
  if (place.node.kind === 'mapping') {
    const pair = place.node.pairs[index];
    return pair && { node: pair.value, parent: place, slot: { kind: 'pair', index, pair } };
  }
  const item = place.node.items[index];
  return item && { node: item.node, parent: place, slot: { kind: 'item', index, item } };
}

/** The path of a place as it is written, in which a merge key is a segment `<<`. */
export function pathOfPlace(place: FieldPlace): FieldPath {
  const { parent, slot } = place;
  if (parent === null || slot.kind === 'root') {
    return [];
  }
  return [...pathOfPlace(parent), slot.kind === 'item' ? slot.index : (slot.pair.name ?? '')];
}
