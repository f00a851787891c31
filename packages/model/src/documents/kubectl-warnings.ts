import { lineEnd, lineStart } from '../text/line-index.ts';
import type { TextRange } from '../text/text-range.ts';
import type { DocumentProblem } from './manifest-document.ts';
import type { YamlNode, YamlScalar } from './yaml-node.ts';

/**
 * What is YAML and yet not safe to apply: kubectl refuses it, or kubectl and istioctl read it
 * differently. `root` gives the tree, which is built only where the text gives cause to look.
 */
export function findKubectlWarnings(
  text: string,
  root: () => YamlNode | null,
): readonly DocumentProblem[] {
  return [
    ...(/---[ \t]/.test(text) ? markerWarnings(text) : []),
    ...(text.includes('...') ? endMarkerWarnings(text) : []),
    ...(text.includes('%YAML') ? directiveWarnings(text) : []),
    ...(text.includes('\t') ? tabWarnings(text, root) : []),
    ...(text.includes('?') && /[[{]/.test(text) ? questionMarkWarnings(root) : []),
    ...(text.includes('\\/') ? slashWarnings(text, root) : []),
  ];
}

function warning(message: string, range: TextRange): DocumentProblem {
  return { code: 'yaml-kubectl', severity: 'warning', message, range };
}

function markerWarnings(text: string): readonly DocumentProblem[] {
  const [, before, rest] = /(^\uFEFF?|[\r\n]\uFEFF?)---[ \t]+([^ \t\r\n][^\r\n]*)/.exec(text) ?? [];
  if (before === undefined || rest === undefined) return [];
  const start = text.indexOf('---', text.search(/(?:^\uFEFF?|[\r\n]\uFEFF?)---[ \t]/));
  const range = { start, end: lineEnd(text, start) };
  if (!rest.startsWith('#')) {
    return [warning('kubectl refuses text on the line of `---`. Put it on the next line.', range)];
  }
  const message =
    'istioctl does not see a `---` with a comment behind it, and ignores the document that follows. Put the comment on a line of its own.';
  return [warning(message, range)];
}

function endMarkerWarnings(text: string): readonly DocumentProblem[] {
  const hit = /(?:^|[\r\n])(\.\.\.)(?=[ \t\r\n]|$)/.exec(text);
  if (!hit) return [];
  const start = hit.index + hit[0].length - 3;
  const message =
    '`...` ends a document in YAML. kubectl ignores everything behind it up to the next `---`: delete the line, or put `---` there.';
  return [warning(message, { start, end: start + 3 })];
}

function directiveWarnings(text: string): readonly DocumentProblem[] {
  const hit = /(?:^\uFEFF?|[\r\n])(%YAML[ \t]+(?!1\.1\b)[^\r\n]*)/.exec(text);
  if (!hit?.[1]) return [];
  const start = hit.index + hit[0].length - hit[1].length;
  const message =
    'kubectl refuses every version but `%YAML 1.1`. Manifests need no such line: delete it.';
  return [warning(message, { start, end: start + hit[1].length })];
}

const TAB_MESSAGE =
  'There is a tab on this line in front of nothing or a comment. kubectl refuses that: delete the tab.';

/** Tabs on lines that are otherwise blank or hold only a comment, outside texts and flow collections. */
function tabWarnings(text: string, root: () => YamlNode | null): readonly DocumentProblem[] {
  const pattern = /(?<=^|[\r\n]) *(\t[ \t]*)(?=[\r\n#])/g;
  const warnings: DocumentProblem[] = [];
  for (let hit = pattern.exec(text); hit; hit = pattern.exec(text)) {
    const end = hit.index + hit[0].length;
    const start = end - (hit[1]?.length ?? 0);
    if (isRefusedTab(text, root(), hit.index, start)) {
      warnings.push(warning(TAB_MESSAGE, { start, end }));
    }
    if (warnings.length === MAX_WARNINGS) break;
  }
  return warnings;
}

const MAX_WARNINGS = 20;

function isRefusedTab(text: string, root: YamlNode | null, line: number, tab: number): boolean {
  if (!root || root.range.start > tab) return true;
  const { node, indent } = lastBefore(text, root, tab);
  if (node.kind === 'alias') return true;
  if (node.kind !== 'scalar') return node.range.end <= tab;
  const end = node.block ? node.block.body.end : node.range.end;
  if (tab < end) return false;
  // go-yaml reads on behind a plain text, and then only minds tabs left of what could continue it.
  const followsPlain = node.style === 'plain' && text.slice(end, line).trim() === '';
  return !followsPlain || tab - line <= indent;
}

/** The scalar, alias or flow collection that begins last in front of `offset`, and the column of the block collection that it is in. */
function lastBefore(
  text: string,
  root: YamlNode,
  offset: number,
): { readonly node: YamlNode; readonly indent: number } {
  let node = root;
  let indent = -1;
  for (;;) {
    if (node.kind === 'scalar' || node.kind === 'alias' || node.flow) return { node, indent };
    indent = node.contentStart - lineStart(text, node.contentStart);
    const children: readonly YamlNode[] =
      node.kind === 'sequence'
        ? node.items.map((item) => item.node)
        : node.pairs.flatMap(({ key, value }) => [key, value]);
    const last = children.findLast(({ range }) => range.start <= offset);
    if (!last) return { node: root, indent };
    node = last;
  }
}

function questionMarkWarnings(root: () => YamlNode | null): readonly DocumentProblem[] {
  const message =
    'Inside of `[ ]` and `{ }` kubectl refuses a text with a `?` that has no quotes. Put it in quotes.';
  return scalarWarnings(root, message, (scalar, inFlow) => {
    return inFlow && scalar.style === 'plain' && scalar.text.includes('?');
  });
}

function slashWarnings(text: string, root: () => YamlNode | null): readonly DocumentProblem[] {
  // A document that is JSON goes through a JSON parser, which knows `\/`.
  if (text.trimStart().startsWith('{')) return [];
  const message = 'kubectl does not know `\\/` in double quotes. Write `/`.';
  return scalarWarnings(root, message, (scalar) => {
    const source = text.slice(scalar.range.start, scalar.range.end);
    return scalar.style === 'double' && source.replaceAll('\\\\', '').includes('\\/');
  });
}

function scalarWarnings(
  root: () => YamlNode | null,
  message: string,
  applies: (scalar: YamlScalar, inFlow: boolean) => boolean,
): readonly DocumentProblem[] {
  const warnings: DocumentProblem[] = [];
  const visit = (node: YamlNode, inFlow: boolean): void => {
    if (warnings.length === MAX_WARNINGS) return;
    switch (node.kind) {
      case 'scalar':
        if (applies(node, inFlow)) warnings.push(warning(message, node.range));
        break;
      case 'sequence':
        for (const item of node.items) visit(item.node, node.flow);
        break;
      case 'mapping':
        for (const { key, value } of node.pairs) {
          visit(key, node.flow);
          visit(value, node.flow);
        }
        break;
      case 'alias':
        break;
    }
  };
  const start = root();
  if (start) visit(start, false);
  return warnings;
}
