import { lineEnd } from '../text/line-index.ts';
import type { TextRange } from '../text/text-range.ts';
import type { DocumentProblem } from './manifest-document.ts';
import { HIDDEN_SIGNS } from './simple-yaml/signs.ts';
import { findTabWarnings } from './tab-warnings.ts';
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
    ...(text.includes('\t') ? findTabWarnings(text, root) : []),
    ...(/\?|[\s,[{]:\S/.test(text) && /[[{]/.test(text) ? flowTextWarnings(root) : []),
    ...(BAD_ESCAPE.test(text) ? escapeWarnings(text, root) : []),
    ...hiddenSignWarnings(text),
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

const MAX_WARNINGS = 20;

function flowTextWarnings(root: () => YamlNode | null): readonly DocumentProblem[] {
  const message =
    'Inside of `[ ]` and `{ }` kubectl refuses a text without quotes that has a `?` or begins with a `:`. Put it in quotes.';
  return scalarWarnings(root, message, (scalar, inFlow) => {
    return inFlow && scalar.style === 'plain' && /^:|\?/.test(scalar.text);
  });
}

function escapeWarnings(text: string, root: () => YamlNode | null): readonly DocumentProblem[] {
  // A document that is JSON goes through a JSON parser, which knows them.
  if (text.trimStart().startsWith('{')) return [];
  const message =
    'kubectl does not know `\\/` in double quotes, nor halves of a character (`\\ud83d`). Write the character itself.';
  return scalarWarnings(root, message, (scalar) => {
    if (scalar.style !== 'double') return false;
    const source = text.slice(scalar.range.start, scalar.range.end).replaceAll('\\\\', '');
    return BAD_ESCAPE.test(source);
  });
}

const BAD_ESCAPE = /\\(?:\/|u[dD][89a-fA-F]|U(?!000|0010)|U0000[dD][89a-fA-F])/;

/** Invisible signs that a parser of today takes for part of a text or comment. */
function hiddenSignWarnings(text: string): readonly DocumentProblem[] {
  const warnings: DocumentProblem[] = [];
  for (const { 0: sign, index } of text.matchAll(HIDDEN_SIGNS)) {
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const isLineEnd = /[\u0085\u2028\u2029]/.test(sign);
    const message = `There is an invisible character here (U+${code}), ${isLineEnd ? 'which kubectl takes for the end of the line' : 'and kubectl refuses documents with it'}. Delete it; in double quotes it may be written as \\u${code}.`;
    if (warnings.push(warning(message, { start: index, end: index + 1 })) === MAX_WARNINGS) break;
  }
  return warnings;
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
