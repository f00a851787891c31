import type { TextEdit } from '../../text/text-edit.ts';

/** A stretch of the text before, or new text. */
type Piece = { readonly start: number; readonly end: number } | { readonly newText: string };

/**
 * One list of edits that does what `first` and then `second` do: `second` speaks of the text after
 * `first`. The result is minimal: no edit replaces text by the same text.
 */
export function composeEdits(
  text: string,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): readonly TextEdit[] {
  const pieces = applyToPieces(applyToPieces([{ start: 0, end: text.length }], first), second);
  return toEdits(text, pieces);
}

/** The edits sorted, without those that change nothing, each without a common start and end. */
export function minimiseEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) =>
        a.edit.range.start - b.edit.range.start ||
        a.edit.range.end - b.edit.range.end ||
        a.index - b.index,
    )
    .map(({ edit }) => edit);
  return composeEdits(text, sorted, []);
}

function applyToPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const result: Piece[] = [];
  let offset = 0;
  let next = 0;
  for (const piece of pieces) {
    const end = offset + lengthOf(piece);
    let at = offset;
    for (let edit = edits[next]; edit !== undefined; edit = edits[next]) {
      const { range, newText } = edit;
      if (range.start > end || (range.start === end && range.end > end)) {
        break;
      }
      if (range.start >= at) {
        pushPart(result, piece, at - offset, range.start - offset);
        result.push({ newText });
      }
      at = Math.max(at, Math.min(range.end, end));
      if (range.end > end) {
        break;
      }
      next++;
    }
    pushPart(result, piece, at - offset, end - offset);
    offset = end;
  }
  for (const edit of edits.slice(next)) {
    if (edit.range.start >= offset) {
      result.push({ newText: edit.newText });
    }
  }
  return result;
}

function lengthOf(piece: Piece): number {
  return 'newText' in piece ? piece.newText.length : piece.end - piece.start;
}

function pushPart(result: Piece[], piece: Piece, from: number, to: number): void {
  if (from >= to) {
    return;
  }
  result.push(
    'newText' in piece
      ? { newText: piece.newText.slice(from, to) }
      : { start: piece.start + from, end: piece.start + to },
  );
}

function toEdits(text: string, pieces: readonly Piece[]): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let kept = 0;
  let newText = '';
  const flush = (start: number) => {
    const edit = trimmed(text, { range: { start: kept, end: start }, newText });
    if (edit.newText !== '' || edit.range.end > edit.range.start) {
      edits.push(edit);
    }
  };
  for (const piece of pieces) {
    if ('newText' in piece) {
      newText += piece.newText;
    } else {
      flush(piece.start);
      newText = '';
      kept = piece.end;
    }
  }
  flush(text.length);
  return edits;
}

/** The edit without what its old and new text have in common at the start and at the end. */
function trimmed(text: string, { range, newText }: TextEdit): TextEdit {
  const old = text.slice(range.start, range.end);
  const limit = Math.min(old.length, newText.length);
  let start = 0;
  while (start < limit && old[start] === newText[start]) {
    start++;
  }
  while (start > 0 && (isInsideUnit(old, start) || isInsideUnit(newText, start))) {
    start--;
  }
  let end = 0;
  while (end < limit - start && old[old.length - 1 - end] === newText[newText.length - 1 - end]) {
    end++;
  }
  while (
    end > 0 &&
    (isInsideUnit(old, old.length - end) || isInsideUnit(newText, newText.length - end))
  ) {
    end--;
  }
  return {
    range: { start: range.start + start, end: range.end - end },
    newText: newText.slice(start, newText.length - end),
  };
}

/** An editor cannot put its cursor between CR and LF, nor inside a surrogate pair. */
function isInsideUnit(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  const isLineBreakPair = before === 13 && after === 10;
  const isSurrogatePair = (before & 0xfc00) === 0xd800 && (after & 0xfc00) === 0xdc00;
  return isLineBreakPair || isSurrogatePair;
}
