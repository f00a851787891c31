import { styleOf, type WritingStyle } from '../../edits/fields/writing-style.ts';
import type { CursorContext } from '../cursor-context.ts';
import type { LooseNode } from '../reader/loose-node.ts';
import { columnOf } from '../reader/reading.ts';

const DOCUMENTS_ASKED = 10;

/**
 * How the document around the cursor is written, also where it is no YAML at present; what it does
 * not show, as its last good text and then the end of the whole text are written.
 */
export function styleAtCursor({ snapshot, document, place }: CursorContext): WritingStyle {
  const shown = document.lastGood ?? document;
  const style = styleOf([shown, ...snapshot.documents.slice(-DOCUMENTS_ASKED)]);
  const votes: Votes = { indents: new Map(), atKey: 0, deeper: 0 };
  vote(place.written, place.root, votes);
  const [indent] = [...votes.indents].toSorted(([a, m], [b, n]) => n - m || a - b)[0] ?? [];
  return {
    ...style,
    indent: indent ?? style.indent,
    sequencesAtKey:
      votes.atKey + votes.deeper === 0 ? style.sequencesAtKey : votes.atKey > votes.deeper,
  };
}

interface Votes {
  readonly indents: Map<number, number>;
  atKey: number;
  deeper: number;
}

const DEEPEST_STEP = 8;

function vote(text: string, node: LooseNode | null, votes: Votes): void {
  if (node === null || node.kind === 'scalar' || node.flow) return;
  if (node.kind === 'sequence') {
    for (const { value } of node.items) vote(text, value, votes);
    return;
  }
  for (const { key, value } of node.pairs) {
    if (value === null || value.kind === 'scalar' || value.flow) continue;
    const depth = columnOf(text, value.range.start) - columnOf(text, key.range.start);
    if (value.kind === 'sequence') depth <= 0 ? votes.atKey++ : votes.deeper++;
    if (depth > 0 && depth <= DEEPEST_STEP)
      votes.indents.set(depth, (votes.indents.get(depth) ?? 0) + 1);
    vote(text, value, votes);
  }
}
