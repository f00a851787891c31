import { findNode } from '../../documents/find-node.ts';
import { treeOf } from '../../documents/tree-of.ts';
import type { Resource } from '../../resources/resource.ts';
import type { Snapshot } from '../../snapshot.ts';
import { startsOf } from '../../snapshot-lookup.ts';
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
export function listLinks(snapshot: Snapshot): readonly TextLink[] {
  const starts = startsOf(snapshot);
  return snapshot.resources.flatMap((resource) => {
    const { document, group, kind } = resource;
    const url = docsLink(group, kind);
    if (url === null) return [];
    const start = starts.get(document) ?? 0;
    return typeRanges(resource).map((range) => ({ range: shiftRange(range, start), url, kind }));
  });
}

/** At the left edge only the keys of the manifest itself can stand: no lines of texts, no other mapping. */
const TYPE_LINE = /^(?:apiVersion|kind):[ \t]+("[^"\n]*"|'[^'\n]*'|\w[^\s#]*)/gm;

/** Where the two values stand; trees of thousands of documents would be built for it, so lines are read first. */
function typeRanges({ document, path, stale }: Resource): readonly TextRange[] {
  if (stale) return [];
  if (path.length === 0) {
    const lines = [...document.text.matchAll(TYPE_LINE)].map(
      ({ index, 0: line, 1: value = '' }) => {
        const end = index + line.length;
        return { start: end - value.length, end };
      },
    );
    if (lines.length === 2) return lines;
  }
  const { root } = treeOf(document);
  return ['apiVersion', 'kind'].flatMap((field) => findNode(root, [...path, field])?.range ?? []);
}
