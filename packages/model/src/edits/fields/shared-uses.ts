import type { FieldPath } from '../../documents/field-path.ts';
import type { YamlMapping, YamlNode, YamlTree } from '../../documents/yaml-node.ts';
import type { FieldOperation } from './field-operation.ts';
import {
  fieldsOf,
  followPath,
  mergesFrom,
  pathOfPlace,
  placeOf,
  withoutAlias,
} from './written-field.ts';

/** Where an operation is written when aliases and merge keys are followed, and what follows it. */
export interface SharedUses {
  /** The anchored collection or value itself, or the mapping that the field is written in. */
  readonly node: YamlNode;
  /** Path of the operation where it is written; a merge key is a segment `<<`. */
  readonly written: FieldPath;
  /** The paths at which the document's value has it, as many as there are uses. */
  readonly paths: readonly FieldPath[];
}

type Target =
  | { readonly kind: 'node'; readonly node: YamlNode }
  | { readonly kind: 'field'; readonly node: YamlMapping; readonly name: string };

/** All places whose value an operation changes if it is carried out where the value is written. */
export function findUses(tree: YamlTree, operation: FieldOperation): SharedUses | null {
  const { root } = tree;
  if (root === null) {
    return null;
  }
  const { target, rest } = findTarget(tree, root, operation);
  const place = placeOf(root, target.node);
  if (place === undefined) {
    return null;
  }
  const paths: FieldPath[] = [];
  collectUses({ tree, target, reaching: new Map() }, root, [], paths);
  const end = target.kind === 'field' ? [target.name, ...rest] : rest;
  return {
    node: target.node,
    written: [...pathOfPlace(place), ...end],
    paths: paths.map((path) => [...path, ...end]),
  };
}

function findTarget(
  tree: YamlTree,
  root: YamlNode,
  { kind, path }: FieldOperation,
): { readonly target: Target; readonly rest: FieldPath } {
  const isOfEntry = kind === 'remove' || kind === 'rename-key';
  const { node, depth } = followPath(tree, root, isOfEntry ? path.slice(0, -1) : path);
  const [segment, ...rest] = path.slice(depth);
  if (segment === undefined || node.kind !== 'mapping') {
    return { target: { kind: 'node', node }, rest: path.slice(depth) };
  }
  const name = String(segment);
  const owner = fieldsOf(tree, node).get(name)?.owner ?? node;
  return { target: { kind: 'field', node: owner, name }, rest };
}

interface Search {
  readonly tree: YamlTree;
  readonly target: Target;
  /** Whether the target is in a node, so that no part is searched twice in vain. */
  readonly reaching: Map<YamlNode, boolean>;
}

/** Adds the paths of the target below `node`; says whether there are any. */
function collectUses(search: Search, node: YamlNode, path: FieldPath, uses: FieldPath[]): boolean {
  const at = withoutAlias(search.tree, node) ?? node;
  if (search.reaching.get(at) === false) {
    return false;
  }
  let isReached = isTarget(search, at);
  if (isReached) {
    uses.push(path);
  }
  for (const [segment, child] of childrenOf(search.tree, at)) {
    isReached = collectUses(search, child, [...path, segment], uses) || isReached;
  }
  search.reaching.set(at, isReached);
  return isReached;
}

function isTarget({ tree, target }: Search, node: YamlNode): boolean {
  if (target.kind === 'node' || node.kind !== 'mapping') {
    return node === target.node;
  }
  const field = fieldsOf(tree, node).get(target.name);
  return field === undefined
    ? node === target.node || mergesFrom(tree, node, target.node)
    : field.owner === target.node;
}

function childrenOf(
  tree: YamlTree,
  node: YamlNode,
): readonly (readonly [string | number, YamlNode])[] {
  if (node.kind === 'mapping') {
    return [...fieldsOf(tree, node)].map(([name, { pair }]) => [name, pair.value] as const);
  }
  return node.kind === 'sequence' ? node.items.map((item, index) => [index, item.node]) : [];
}
