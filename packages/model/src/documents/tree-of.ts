import { buildTree } from './build-tree.ts';
import type { ManifestDocument } from './manifest-document.ts';
import { readEvents } from './read-events.ts';
import type { YamlTree } from './yaml-node.ts';

/**
 * The syntax tree of a document, built when it is first asked for and kept with the document. A
 * template, and a document that is not YAML at all, have a tree without a root.
 */
export function treeOf(document: ManifestDocument): YamlTree {
  const known = TREES.get(document);
  if (known) return known;
  const tree = document.status === 'template' ? NO_TREE : parseTree(document.text);
  TREES.set(document, tree);
  return tree;
}

const TREES = new WeakMap<ManifestDocument, YamlTree>();
const NO_TREE: YamlTree = { root: null, anchors: [], aliases: [] };

function parseTree(text: string): YamlTree {
  const { events, failure } = readEvents(text);
  return failure ? NO_TREE : buildTree(events, text);
}
