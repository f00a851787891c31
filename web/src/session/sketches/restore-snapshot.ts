import {
  type Assumptions,
  buildSnapshotInSlices,
  type Slices,
  type Snapshot,
  type TextEdit,
  updateSnapshot,
} from '@portolan/model';

/** What a broken document said when it last parsed. */
export interface LastGoodText {
  /** Index of the document in the text. */
  readonly document: number;
  readonly text: string;
}

/** The last good texts of the documents that are broken now, to be kept beside the text. */
export function readLastGoodTexts(snapshot: Snapshot): readonly LastGoodText[] {
  const texts: LastGoodText[] = [];
  snapshot.documents.forEach(({ status, lastGood }, document) => {
    if (status === 'broken' && lastGood !== null) texts.push({ document, text: lastGood.text });
  });
  return texts;
}

/**
 * Builds the snapshot of a stored text. Documents that were broken when it was stored show their
 * last good state again: it is built first, and the breaking edits are done again.
 */
export function* restoreSnapshot(
  text: string,
  assumptions: Assumptions,
  lastGood: readonly LastGoodText[],
): Slices<Snapshot> {
  const snapshot = yield* buildSnapshotInSlices(text, assumptions);
  const breaking: TextEdit[] = [];
  let goodText = '';
  let end = 0;
  for (const { document, text: said } of lastGood) {
    const start = snapshot.starts[document];
    const stop = snapshot.starts[document + 1];
    if (start === undefined || stop === undefined || start < end) continue;
    if (snapshot.documents[document]?.status !== 'broken') continue;
    goodText += text.slice(end, start);
    const range = { start: goodText.length, end: goodText.length + said.length };
    breaking.push({ range, newText: text.slice(start, stop) });
    goodText += said;
    end = stop;
  }
  if (breaking.length === 0) return snapshot;
  const good = yield* buildSnapshotInSlices(goodText + text.slice(end), assumptions);
  return updateSnapshot(good, breaking);
}
