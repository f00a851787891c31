import { findNode } from '../../documents/find-node.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { Snapshot } from '../../snapshot.ts';
import { shiftRange, type TextRange } from '../../text/text-range.ts';
import { docsLink } from '../hover/docs-link.ts';

/** A place of the text that leads to a page. */
export interface TextLink {
  /** In the whole text. */
  readonly range: TextRange;
  readonly url: string;
  /** What the page is about. */
  readonly kind: string;
}

/** From `apiVersion` and `kind` of every resource to the page about its kind, where there is one. */
export function listLinks({ documents, starts, resources }: Snapshot): readonly TextLink[] {
  const startOf = new Map(documents.map((document, index) => [document, starts[index] ?? 0]));
  return resources.flatMap(({ document, path, group, kind }) => {
    const url = docsLink(group, kind);
    if (url === null) return [];
    const { root } = treeOf(document);
    return ['apiVersion', 'kind'].flatMap((field) => {
      const node = findNode(root, [...path, field]);
      if (node === undefined) return [];
      return { range: shiftRange(node.range, startOf.get(document) ?? 0), url, kind };
    });
  });
}
