import { splitDocuments } from '../../documents/split-documents.ts';
import type { Snapshot } from '../../snapshot.ts';
import { nextLineStart } from '../../text/line-index.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import { lineBreakOf } from '../fields/source-lines.ts';

/** The edits that take whole documents out of the text; the markers of those that stay are put right. */
export function planCutDocuments(
  snapshot: Snapshot,
  doomed: ReadonlySet<number>,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const first of [...doomed].sort((a, b) => a - b)) {
    if (!doomed.has(first - 1)) {
      let next = first + 1;
      while (doomed.has(next)) {
        next++;
      }
      edits.push(cutRun(snapshot, first, next));
    }
  }
  return edits;
}

/** Cuts the documents from `first` up to `next`, which stays. */
function cutRun({ documents, starts }: Snapshot, first: number, next: number): TextEdit {
  const text = documents[first]?.text ?? '';
  const isFirst = first === 0;
  const start = (starts[first] ?? 0) + (isFirst && text.startsWith('\ufeff') ? 1 : 0);
  const end = starts[next] ?? start;
  const following = documents[next]?.text;
  if (following === undefined) {
    return { range: { start, end }, newText: '' };
  }
  const slice = splitDocuments(following)[0];
  const hasMarker = slice !== undefined && slice.marker >= 0;
  if (isFirst) {
    // A text that did not begin with `---` does not begin with it afterwards either.
    const hadMarker = (splitDocuments(text)[0]?.marker ?? -1) >= 0;
    const isBare = /^---[ \t]*(?:\r\n?|\n)(?!%)/.test(following);
    const drop = !hadMarker && hasMarker && isBare ? nextLineStart(following, 0) : 0;
    return { range: { start, end: end + drop }, newText: '' };
  }
  const isClosed = splitDocuments(documents[first - 1]?.text ?? '').at(-1)?.closed === true;
  const lineBreak = lineBreakOf(following);
  if (isClosed) {
    return { range: { start, end }, newText: '' };
  }
  if (!hasMarker) {
    return { range: { start, end }, newText: `---${lineBreak}` };
  }
  const hasDirective = /^%/m.test(following.slice(0, slice.marker));
  return { range: { start, end }, newText: hasDirective ? `...${lineBreak}` : '' };
}
