import type { ManifestDocument } from '../../documents/manifest-document.ts';
import { parseDocument } from '../../documents/parse-document.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { YamlNode, YamlTree } from '../../documents/yaml-node.ts';
import { applyTextEdits, type TextEdit } from '../../text/text-edit.ts';
import type { FieldValue } from '../edit-command.ts';
import { composeEdits } from './compose-edits.ts';
import { type FieldOperation, valueAt } from './field-operation.ts';
import { type FieldPlace, findPlace } from './field-place.ts';
import { isBlockCollection, isOnIntroLine, replacement } from './node-text.ts';
import { isWritable, planOperation } from './plan-operation.ts';
import { type EditedDocument, prove } from './prove-edits.ts';
import { planRemove } from './remove-entry.ts';
import { planSet } from './set-value.ts';
import { findSharedAnchor, type SharedAnchor } from './shared-anchor.ts';
import { columnOf } from './source-lines.ts';
import type { WritingStyle } from './writing-style.ts';
import {
  childPlace,
  definitionOf,
  fieldsOf,
  isMerge,
  pathOfPlace,
  placeOf,
} from './written-field.ts';

/**
 * One step that makes the place of an operation stand for itself alone, while every value of the
 * document stays: an anchor moves on to the first alias that uses it, an alias becomes what it
 * repeats, a merge key the fields that it merges. `done` where nothing is shared any more, null
 * where the step cannot be proved.
 */
export function detachStep(
  document: ManifestDocument,
  operation: FieldOperation,
  style: WritingStyle,
): EditedDocument | 'done' | null {
  const tree = treeOf(document);
  const { root } = tree;
  if (root === null) {
    return 'done';
  }
  const shared = findSharedAnchor(tree, operation);
  if (shared !== null) {
    return moveAnchor(document, root, shared, style);
  }
  const { path } = operation;
  const { place, depth } = findPlace(root, path);
  if (place.node.kind === 'alias') {
    const isReplaced = depth === path.length && !isInsideList(operation);
    return isReplaced ? 'done' : writeOut(document, place, definitionOf(tree, place.node), style);
  }
  if (depth === path.length || valueAt(document.value, path.slice(0, depth + 1)) === undefined) {
    return 'done';
  }
  const isOfMerged = depth === path.length - 1;
  if (operation.kind === 'set') {
    return 'done';
  }
  return isOfMerged && !isInsideList(operation)
    ? unmerge(document, tree, place, style)
    : writeField(document, [...path.slice(0, depth + 1)], style);
}

function isInsideList({ kind }: FieldOperation): boolean {
  return kind === 'insert' || kind === 'move' || kind === 'copy';
}

/** The first alias gets the anchored value and the anchor, for all that follow it. */
export function moveAnchor(
  document: ManifestDocument,
  root: YamlNode,
  { definition, alias, isCut }: SharedAnchor,
  style: WritingStyle,
): EditedDocument | null {
  const to = placeOf(root, alias);
  const written = to && writeOut(document, to, definition, style);
  if (!to || !written) {
    return null;
  }
  const { text } = written.document;
  const now = placeAt(treeOf(written.document).root, entryIndexes(to));
  const anchored = now && anchorEdit(text, now, `&${alias.name}`);
  if (!anchored) {
    return null;
  }
  // A part that is taken away takes its anchor with it.
  const edits = isCut ? [anchored] : [anchorRemoval(text, definition, alias.name), anchored];
  return followUp(document, written, edits);
}

/** Writes what an alias repeats in place of it, in the layout that it has there. */
function writeOut(
  document: ManifestDocument,
  alias: FieldPlace,
  definition: YamlNode | undefined,
  style: WritingStyle,
): EditedDocument | null {
  const { root } = treeOf(document);
  const from = root && definition && placeOf(root, definition);
  const value = from
    ? (valueAt(document.value, pathOfPlace(from)) as FieldValue | undefined)
    : undefined;
  if (value === undefined || !isWritable(value)) {
    return null;
  }
  const edits = planSet(document.text, alias, value, style, definition);
  return prove(document, { edits, expected: document.value, spared: [] });
}

function writeField(
  document: ManifestDocument,
  path: readonly (string | number)[],
  style: WritingStyle,
): EditedDocument | null {
  const { root } = treeOf(document);
  const value = valueAt(document.value, path) as FieldValue;
  if (root === null || !isWritable(value)) {
    return null;
  }
  const context = { text: document.text, root, expected: document.value, style };
  const planned = planOperation(context, { kind: 'set', path, value });
  const expected = document.value;
  return planned.ok ? prove(document, { edits: planned.value, expected, spared: [] }) : null;
}

/** Writes out all that a mapping takes from its last merge key, and takes the key away. */
function unmerge(
  document: ManifestDocument,
  tree: YamlTree,
  place: FieldPlace,
  style: WritingStyle,
): EditedDocument | null {
  if (place.node.kind !== 'mapping') {
    return null;
  }
  const path = pathOfPlace(place);
  let edited: EditedDocument = { edits: [], document };
  for (const [name, { owner }] of fieldsOf(tree, place.node)) {
    if (owner !== place.node) {
      const next = writeField(edited.document, [...path, name], style);
      if (next === null) {
        return null;
      }
      edited = followedBy(document, edited, next);
    }
  }
  const now = placeAt(treeOf(edited.document).root, entryIndexes(place));
  if (now?.node.kind !== 'mapping' || now.node.flow !== place.node.flow) {
    return null;
  }
  const index = now.node.pairs.findLastIndex(isMerge);
  const key = [...path, '<<'];
  const planned = planRemove(edited.document.text, { ...now, node: now.node }, index);
  const next =
    planned.ok &&
    prove(edited.document, {
      edits: planned.value,
      expected: document.value,
      spared: [{ kind: 'remove', path: key }],
    });
  return next ? followedBy(document, edited, next) : null;
}

function followedBy(
  { text }: ManifestDocument,
  first: EditedDocument,
  second: EditedDocument,
): EditedDocument {
  return { edits: composeEdits(text, first.edits, second.edits), document: second.document };
}

function followUp(
  document: ManifestDocument,
  written: EditedDocument,
  edits: readonly TextEdit[],
): EditedDocument | null {
  const next = { edits, document: parseDocument(applyTextEdits(written.document.text, edits)) };
  const all = followedBy(document, written, next);
  return prove(document, { edits: all.edits, expected: document.value, spared: [] });
}

/** Where a place is by the number of each entry on the way, which holds while values are written out. */
function entryIndexes({ parent, slot }: FieldPlace): readonly number[] {
  return parent === null || slot.kind === 'root' ? [] : [...entryIndexes(parent), slot.index];
}

function placeAt(root: YamlNode | null, indexes: readonly number[]): FieldPlace | undefined {
  let place: FieldPlace | undefined =
    root === null ? undefined : { node: root, parent: null, slot: { kind: 'root' } };
  for (const index of indexes) {
    place = place && childPlace(place, index);
  }
  return place;
}

function anchorEdit(text: string, { node }: FieldPlace, anchor: string): TextEdit {
  const { contentStart, introEnd } = node;
  if (!isBlockCollection(node)) {
    return replacement(contentStart, contentStart, `${anchor} `);
  }
  if (!isOnIntroLine(text, node)) {
    return replacement(introEnd, introEnd, ` ${anchor}`);
  }
  // `- &a key: value` would be an anchor of the key.
  const lineBreak = /\r\n|\r/.exec(text)?.[0] ?? '\n';
  const indent = ' '.repeat(columnOf(text, contentStart));
  return replacement(introEnd, contentStart, ` ${anchor}${lineBreak}${indent}`);
}

function anchorRemoval(text: string, { range, contentStart }: YamlNode, name: string): TextEdit {
  const start = text.indexOf(`&${name}`, range.start);
  const end = start + name.length + 1;
  const gap = /^[ \t]+/.exec(text.slice(end, contentStart))?.[0].length ?? 0;
  if (gap > 0 || end === contentStart) {
    return replacement(start, end + gap, '');
  }
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return replacement(start - before, end, '');
}
