import type { YamlNode } from '../../documents/yaml-node.ts';
import { entriesOf, type FieldPlace } from './field-place.ts';
import type { WritingStyle } from './writing-style.ts';

/** Whether a space stands inside the brackets of a node; undefined where it shows neither. */
export function flowPaddingOf(text: string, node: YamlNode): boolean | undefined {
  const isFlow = (node.kind === 'mapping' || node.kind === 'sequence') && node.flow;
  if (!isFlow || entriesOf(node).length === 0) {
    return undefined;
  }
  const isBracketed = text[node.contentStart] === '{' || text[node.contentStart] === '[';
  const next = text[node.contentStart + 1] ?? '';
  return !isBracketed || /[\r\n#]/.test(next) ? undefined : next === ' ' || next === '\t';
}

/** `style` with the padding of what is nearest: what the new text looks like, then what is around. */
export function withPaddingAround(
  text: string,
  place: FieldPlace | null,
  like: YamlNode | null,
  style: WritingStyle,
): WritingStyle {
  const near = [...(like === null ? [] : partsOf(like)), ...surroundings(place)];
  const paddingOf = (kind: YamlNode['kind']) =>
    near
      .filter((node) => node.kind === kind)
      .map((node) => flowPaddingOf(text, node))
      .find((isPadded) => isPadded !== undefined);
  const { braces, brackets } = style.padding;
  return {
    ...style,
    padding: {
      braces: paddingOf('mapping') ?? braces,
      brackets: paddingOf('sequence') ?? brackets,
    },
  };
}

/** The brackets around a place, each with those that stand beside it. */
function surroundings(place: FieldPlace | null): readonly YamlNode[] {
  const nodes: YamlNode[] = [];
  for (let around = place; around !== null; around = around.parent) {
    nodes.push(around.node);
    if (around.node.kind === 'mapping' || around.node.kind === 'sequence') {
      nodes.push(...entriesOf(around.node).map(({ node }) => node));
    }
  }
  return nodes;
}

function partsOf(node: YamlNode): readonly YamlNode[] {
  return node.kind === 'mapping' || node.kind === 'sequence'
    ? [node, ...entriesOf(node).flatMap((entry) => partsOf(entry.node))]
    : [node];
}
