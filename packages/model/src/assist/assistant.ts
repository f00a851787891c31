import type { FieldDictionary } from '../schema/field-dictionary.ts';
import type { Snapshot } from '../snapshot.ts';
import { suggest } from './completion/suggest.ts';
import type { Suggestion } from './completion/suggestion.ts';

/** Answers about places of a text; offsets and ranges are those of the whole text. */
export interface Assistant {
  /** What can be written at the offset, the likeliest first. */
  readonly suggest: (snapshot: Snapshot, offset: number) => readonly Suggestion[];
}

/** An assistant that knows these kinds. */
export function createAssistant(dictionary: FieldDictionary): Assistant {
  return {
    suggest: (snapshot, offset) => suggest(snapshot, dictionary, offset),
  };
}
