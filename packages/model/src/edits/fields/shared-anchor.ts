import type { YamlNode, YamlTree } from '../../documents/yaml-node.ts';
import type { FieldOperation } from './field-operation.ts';
import { entriesOf, type FieldPlace, findPlace } from './field-place.ts';

/**
 * Why an operation would change or break another part of the document that repeats this one through
 * an alias; null where it would not.
 */
export function findSharedAnchor(tree: YamlTree, operation: FieldOperation): string | null {
  if (tree.root === null || tree.aliases.length === 0) {
    return null;
  }
  const { place, depth } = findPlace(tree.root, operation.path);
  const isExact = depth === operation.path.length;
  const isCut = operation.kind === 'remove' && isExact;
  const changed = ancestorsOf(isCut || operation.kind === 'rename-key' ? place.parent : place);
  const cut = isCut
    ? entryRange(place)
    : operation.kind === 'set' && isExact
      ? place.node.range
      : null;
  for (const alias of tree.aliases) {
    const isCutToo = cut !== null && alias.range.start >= cut.start && alias.range.end <= cut.end;
    const definition = tree.anchors.findLast(
      ({ name, node }) => name === alias.name && node.range.start < alias.range.start,
    )?.node;
    if (definition === undefined || isCutToo) {
      continue;
    }
    if (cut !== null && definition.range.start >= cut.start && definition.range.end <= cut.end) {
      return `The anchor &${alias.name} is defined here and used elsewhere in the document (*${alias.name}). Replace those uses in the YAML first.`;
    }
    if (changed.includes(definition)) {
      return `This part has the anchor &${alias.name}, and *${alias.name} repeats it elsewhere in the document: a change here would change that too. Edit it in the YAML.`;
    }
  }
  return null;
}

function ancestorsOf(place: FieldPlace | null): readonly YamlNode[] {
  const nodes: YamlNode[] = [];
  for (let around = place; around !== null; around = around.parent) {
    nodes.push(around.node);
  }
  return nodes;
}

function entryRange(place: FieldPlace): { readonly start: number; readonly end: number } {
  const { parent, slot, node } = place;
  const entry = parent && slot.kind !== 'root' ? entriesOf(parent.node)[slot.index] : undefined;
  return entry ?? node.range;
}
