import { lineStart } from '../text/line-index.ts';
import type { DocumentProblem } from './manifest-document.ts';
import type { YamlBlock, YamlNode } from './yaml-node.ts';

const MAX_WARNINGS = 20;
const MESSAGE =
  'There is a tab here where only spaces may be. kubectl refuses that: replace it by spaces, or delete it where nothing follows.';

/** Tabs that kubectl refuses: in front of all that a line holds, or behind a dash in front of it. */
export function findTabWarnings(
  text: string,
  root: () => YamlNode | null,
): readonly DocumentProblem[] {
  const pattern = /(?<=^|[\r\n])( *(?:[-?:] +)*[-?:]?)(\t[ \t]*)/g;
  const warnings: DocumentProblem[] = [];
  let leaves: readonly Leaf[] | null = null;
  let next = 0;
  for (const { 0: whole, 1: head = '', index: line } of text.matchAll(pattern)) {
    leaves ??= leavesOf(text, root());
    const tab = line + head.length;
    while ((leaves[next]?.node.range.start ?? Number.POSITIVE_INFINITY) <= tab) next += 1;
    if (!isRefused(text, leaves[next - 1], line, tab)) continue;
    const range = { start: tab, end: line + whole.length };
    warnings.push({ code: 'yaml-kubectl', severity: 'warning', message: MESSAGE, range });
    if (warnings.length === MAX_WARNINGS) break;
  }
  return warnings;
}

/** A scalar, an alias or a flow collection. */
interface Leaf {
  readonly node: YamlNode;
  /** Column of the block collection that it is in, or -1. */
  readonly indent: number;
  /** Where the flow collection ends that it is in, or -1. */
  readonly flowEnd: number;
}

function leavesOf(text: string, root: YamlNode | null): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (node: YamlNode, indent: number, flowEnd: number): void => {
    const isFlow = (node.kind === 'sequence' || node.kind === 'mapping') && node.flow;
    const end = isFlow && flowEnd < 0 ? node.range.end : flowEnd;
    const children = childrenOf(node);
    if (isFlow || children.length === 0) leaves.push({ node, indent, flowEnd: end });
    const { contentStart } = node;
    const column = end < 0 ? contentStart - lineStart(text, contentStart) : indent;
    for (const child of children) visit(child, column, end);
  };
  if (root) visit(root, -1, -1);
  return leaves;
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  switch (node.kind) {
    case 'sequence':
      return node.items.map((item) => item.node);
    case 'mapping':
      return node.pairs.flatMap(({ key, value }) => [key, value]);
    default:
      return [];
  }
}

/** Of a tab behind this leaf or in it; `line` is where its line starts. */
function isRefused(text: string, leaf: Leaf | undefined, line: number, tab: number): boolean {
  if (leaf === undefined) return true;
  const { node, indent, flowEnd } = leaf;
  if (node.kind === 'scalar' && node.block && tab < node.block.body.end)
    return hidesIndent(text, node.contentStart, node.block, line);
  if (tab < node.range.end) return false;
  // Behind a plain text go-yaml reads on, and then only minds tabs left of what could continue it.
  const followsPlain =
    node.kind === 'scalar' &&
    node.style === 'plain' &&
    text.slice(node.range.end, tab).trim() === '';
  return followsPlain ? tab - line <= indent : tab >= flowEnd;
}

/** Of a tab in a block scalar: does it hide how far the text is indented? */
function hidesIndent(text: string, header: number, { body }: YamlBlock, line: number): boolean {
  const isGiven = /^[|>][-+]?\d/.test(text.slice(header, header + 3));
  return !isGiven && text.slice(body.start, line).trim() === '';
}
