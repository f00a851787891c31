import type { FieldDictionary } from '../schema/field-dictionary.ts';
import type { Snapshot } from '../snapshot.ts';
import type { TextRange } from '../text/text-range.ts';
import { suggest } from './completion/suggest.ts';
import type { Suggestion } from './completion/suggestion.ts';
import { type CursorContext, readCursorContext } from './cursor-context.ts';
import { findHover, type Hover } from './hover/hover.ts';
import {
  findDefinitions,
  findReferencesAt,
  findRenaming,
  type Renaming,
} from './navigation/navigate.ts';
import { listLinks, type TextLink } from './symbols/list-links.ts';
import { listSymbols, type ResourceSymbol } from './symbols/list-symbols.ts';

/** Answers about a text and its places; offsets and ranges are those of the whole text. */
export interface Assistant {
  /** What can be written at the offset, the likeliest first. */
  readonly suggest: (snapshot: Snapshot, offset: number) => readonly Suggestion[];
  /** What is to be said about what stands there. */
  readonly hover: (snapshot: Snapshot, offset: number) => Hover | null;
  /** Where what is named there gets its name. */
  readonly definitions: (snapshot: Snapshot, offset: number) => readonly TextRange[];
  /** Every place that names what is named there, that of its own name first. */
  readonly references: (snapshot: Snapshot, offset: number) => readonly TextRange[];
  /** What can be renamed there. */
  readonly renaming: (snapshot: Snapshot, offset: number) => Renaming | null;
  /** The resources of the text, and their parts. */
  readonly symbols: (snapshot: Snapshot) => readonly ResourceSymbol[];
  /** The places that lead to documentation. */
  readonly links: (snapshot: Snapshot) => readonly TextLink[];
}

/** An assistant that knows these kinds. */
export function createAssistant(dictionary: FieldDictionary): Assistant {
  const answer =
    <Answer>(find: (context: CursorContext) => Answer, nothing: Answer) =>
    (snapshot: Snapshot, offset: number): Answer => {
      const context = readCursorContext(snapshot, dictionary, offset);
      return context === null ? nothing : find(context);
    };
  return {
    suggest: (snapshot, offset) => suggest(snapshot, dictionary, offset),
    hover: answer<Hover | null>(findHover, null),
    definitions: answer<readonly TextRange[]>(findDefinitions, []),
    references: answer<readonly TextRange[]>(findReferencesAt, []),
    renaming: answer<Renaming | null>(findRenaming, null),
    symbols: listSymbols,
    links: listLinks,
  };
}
