import type { WritingStyle } from '../../edits/fields/writing-style.ts';
import type { Field } from '../../schema/field.ts';
import type { FieldDictionary } from '../../schema/field-dictionary.ts';
import { findField } from '../../schema/find-field.ts';
import type { Snapshot } from '../../snapshot.ts';
import { type CursorContext, readCursorContext } from '../cursor-context.ts';
import { styleAtCursor } from './cursor-style.ts';
import { hasLetters } from './has-letters.ts';
import { suggestItemContents, suggestItems } from './suggest-items.ts';
import { suggestKeys } from './suggest-keys.ts';
import { suggestResources } from './suggest-resources.ts';
import { suggestValues } from './suggest-values.ts';
import type { Suggestion } from './suggestion.ts';

/** What can be written at an offset of the whole text, the likeliest first. */
export function suggest(
  snapshot: Snapshot,
  dictionary: FieldDictionary,
  offset: number,
): readonly Suggestion[] {
  const context = readCursorContext(snapshot, dictionary, offset);
  return context === null ? [] : orderByTyped(suggestAt(context), context.place);
}

/** What has all letters that are typed, in their order; what is written out already first. */
function orderByTyped(
  suggestions: readonly Suggestion[],
  { typed, quote }: CursorContext['place'],
): readonly Suggestion[] {
  if (typed === '') return suggestions;
  const written = quote + typed;
  const fitting = suggestions.filter(({ filter }) => hasLetters(filter, written));
  const isExact = ({ filter }: Suggestion) => filter === written;
  return [...fitting.filter(isExact), ...fitting.filter((one) => !isExact(one))];
}

function suggestAt(context: CursorContext): readonly Suggestion[] {
  const { place, field } = context;
  if (field === undefined) return [];
  const style = styleAtCursor(context);
  switch (field.type) {
    case 'object':
    case 'map':
      return [
        ...suggestWhole(context, style),
        ...suggestItemsAbove(context, field, style),
        ...suggestKeys(context, field, style),
      ];
    case 'list':
      return suggestItems(context, field, style);
    case 'string':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'union':
    case 'any':
      return place.role === 'key' ? [] : suggestValues(context, field, style);
  }
}

/** Where nothing is written yet of a resource, or of an item behind its dash: all of it. */
function suggestWhole(context: CursorContext, style: WritingStyle): readonly Suggestion[] {
  const { place, path, root } = context;
  if (place.siblings.length > 0 || place.flow || place.hasColon) return [];
  if (path.length === 0) return suggestResources(context, style);
  const list = findField(root, path.slice(0, -1));
  const isBehindDash = place.role === 'value' && place.opensLine;
  return list?.type === 'list' && isBehindDash ? suggestItemContents(context, list, style) : [];
}

/** Items of the list whose key stands right above, in the same column: there a dash may begin as well. */
function suggestItemsAbove(
  context: CursorContext,
  mapping: Field,
  style: WritingStyle,
): readonly Suggestion[] {
  const { place, path } = context;
  const list = mapping.fields.find(({ name }) => name === place.emptyAbove);
  if (list?.type !== 'list' || !place.opensLine || place.hasColon) return [];
  const below = {
    ...context,
    path: [...path, list.name],
    field: list,
    place: { ...place, parentColumn: place.column },
  };
  return suggestItems(below, list, { ...style, sequencesAtKey: true });
}
