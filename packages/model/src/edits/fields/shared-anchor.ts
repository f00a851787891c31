import type { YamlAlias, YamlNode, YamlTree } from '../../documents/yaml-node.ts';
import type { FieldOperation } from './field-operation.ts';
import { entriesOf, type FieldPlace, findPlace } from './field-place.ts';
import { definitionOf } from './written-field.ts';

/** An anchored part that an operation changes or takes away, while an alias elsewhere repeats it. */
export interface SharedAnchor {
  readonly definition: YamlNode;
  /** The first alias that would follow. */
  readonly alias: YamlAlias;
  /** Whether the operation takes the anchor away, so that the aliases would mean nothing. */
  readonly isCut: boolean;
}

/** What an operation would change or break elsewhere in the document; null where it would not. */
export function findSharedAnchor(tree: YamlTree, operation: FieldOperation): SharedAnchor | null {
  if (tree.root === null || tree.aliases.length === 0) {
    return null;
  }
  const { place, depth } = findPlace(tree.root, operation.path);
  const isExact = depth === operation.path.length;
  const isRemoval = operation.kind === 'remove' && isExact;
  const changed = ancestorsOf(isRemoval || operation.kind === 'rename-key' ? place.parent : place);
  const cut = isRemoval
    ? entryRange(place)
    : operation.kind === 'set' && isExact
      ? place.node.range
      : null;
  for (const alias of tree.aliases) {
    const definition = definitionOf(tree, alias);
    if (definition === undefined || isInside(alias, cut)) {
      continue;
    }
    const isCut = isInside(definition, cut) && !changed.includes(definition);
    if (isCut || changed.includes(definition)) {
      return { definition, alias, isCut };
    }
  }
  return null;
}

/** Why a command that does not say where its change counts leaves a shared part alone. */
export function whyShared({ alias: { name }, isCut }: SharedAnchor): string {
  return isCut
    ? `The anchor &${name} is defined here and used elsewhere in the document (*${name}). Replace those uses in the YAML first.`
    : `This part has the anchor &${name}, and *${name} repeats it elsewhere in the document: a change here would change that too. Select the node and choose in the Inspector where the change counts, or edit it in the YAML.`;
}

function isInside({ range }: YamlNode, cut: { start: number; end: number } | null): boolean {
  return cut !== null && range.start >= cut.start && range.end <= cut.end;
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
