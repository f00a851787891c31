import { createLineIndex, type TextPosition, type TextRange } from '@portolan/model';
import { findFile, type JoinedInputs } from './read-inputs.ts';

/** A range of one file; lines and columns count from 1, the end is behind the last character. */
export interface FilePlace {
  readonly file: string;
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** Tells where ranges of the joined text are in the files; null where they are in none. */
export function createLocator(
  inputs: JoinedInputs,
): (range: TextRange | undefined) => FilePlace | null {
  const lineIndexes = new Map<string, ReturnType<typeof createLineIndex>>();
  return (range) => {
    const file = range && findFile(inputs, range.start);
    if (range === undefined || file === undefined) return null;
    const index = lineIndexes.get(file.name) ?? createLineIndex(file.text);
    lineIndexes.set(file.name, index);
    return {
      file: file.name,
      start: index.positionAt(range.start - file.start),
      end: index.positionAt(range.end - file.start),
    };
  };
}
