import { findNode } from '../documents/find-node.ts';
import { parseDocument } from '../documents/parse-document.ts';
import { splitDocuments } from '../documents/split-documents.ts';
import { treeOf } from '../documents/tree-of.ts';
import { isDeepEqual } from '../graph/is-deep-equal.ts';
import type { Resource } from '../resources/resource.ts';
import { textField } from '../resources/tolerant-value.ts';

/**
 * The manifest of a resource as a text of its own, as it is written: its document without markers,
 * comments included; of an item of a List the item's lines, moved to the left, with the kind that it
 * has from the list. Where that would not say the same, the item is written as JSON.
 */
export function resourceText(resource: Resource): string {
  const { document, path } = resource;
  if (path.length === 0) {
    return withoutMarkers(document.text);
  }
  const item = itemText(document.text, resource);
  const type = unwrittenType(resource);
  const value = { ...type, ...resource.value };
  const head = Object.entries(type).map(([name, text]) => `${name}: ${text}\n`);
  const text = item === null ? null : head.join('') + item;
  const isSame = text !== null && isDeepEqual(parseDocument(text).value, value);
  return isSame ? text : `${JSON.stringify(value, null, 2)}\n`;
}

/** What an item of a typed list leaves to the list to say. */
function unwrittenType({
  group,
  version,
  kind,
  value,
}: Resource): Readonly<Record<string, string>> {
  if (textField(value, 'kind') !== null) return {};
  const apiVersion = group === '' ? version : `${group}/${version}`;
  return textField(value, 'apiVersion') === null ? { apiVersion, kind } : { kind };
}

function withoutMarkers(text: string): string {
  const body = text.replace('\ufeff', '');
  const marker = splitDocuments(body)[0]?.marker ?? -1;
  // Directives are for the document of the marker, and something may stand beside it.
  const hasPlainMarker = marker >= 0 && !body.startsWith('%');
  const head = hasPlainMarker ? body.slice(0, marker) : '';
  const rest = hasPlainMarker ? body.slice(marker).replace(/^---[ \t]*(?:\r\n|\r|\n|$)/, '') : body;
  return endLine(head + rest.replace(/(^|[\r\n])\.\.\.[ \t]*(?:\r\n|\r|\n|$)$/, '$1'));
}

function itemText(text: string, { document, path }: Resource): string | null {
  const { root } = treeOf(document);
  const node = root === null ? undefined : findNode(root, path);
  if (node === undefined) {
    return null;
  }
  const { start, end } = node.range;
  const lineStart =
    Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = start - lineStart;
  const lines = text.slice(start, end).split(/(?<=\n|\r(?!\n))/);
  const moved = lines.map((line, index) =>
    index === 0 ? line : line.slice(Math.min(indent, line.length - line.trimStart().length)),
  );
  return endLine(moved.join(''));
}

function endLine(text: string): string {
  return text === '' || /[\r\n]$/.test(text) ? text : `${text}\n`;
}
