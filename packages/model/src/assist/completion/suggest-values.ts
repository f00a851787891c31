import { formatScalar } from '../../documents/format-scalar.ts';
import type { WritingStyle } from '../../edits/fields/writing-style.ts';
import type { Field } from '../../schema/field.ts';
import type { TextEdit } from '../../text/text-edit.ts';
import type { CursorContext } from '../cursor-context.ts';
import { findLoosePair } from '../reader/loose-value.ts';
import { hasLetters } from './has-letters.ts';
import { placeToken, suggestLines } from './placement.ts';
import type { Suggestion } from './suggestion.ts';
import type { ValueIdea } from './value-idea.ts';
import { valueIdeas } from './value-ideas.ts';
import { textsAt } from './written-values.ts';

/** Nobody reads more: who goes on typing is asked anew, and finds the others. */
const MOST = 300;

/** The values that may stand at a field, as far as they have what is typed. */
export function suggestValues(
  context: CursorContext,
  field: Field,
  style: WritingStyle,
): readonly Suggestion[] {
  const present = presentItems(context);
  const seen = new Set<ValueIdea['value']>();
  const ideas = valueIdeas(context, field).filter(({ value }) => {
    const text = String(value);
    const isNew = !seen.has(value) && !present.has(text) && hasLetters(text, context.place.typed);
    seen.add(value);
    return isNew;
  });
  // What is written out already is never lost among the many.
  const exact = ideas.filter(({ value }) => String(value) === context.place.typed);
  return [...new Set([...exact, ...ideas])]
    .slice(0, MOST)
    .map((idea) => suggestValue(context, field, idea, style));
}

function suggestValue(
  context: CursorContext,
  field: Field,
  { value, detail, isName }: ValueIdea,
  style: WritingStyle,
): Suggestion {
  const { place } = context;
  const written = formatScalar(value, {
    quote: quoteOf(context, style),
    always: place.quote !== '' || (style.json && typeof value === 'string'),
  });
  return suggestLines(context, placeToken(context), [written], {
    label: String(value),
    kind: isName ? 'name' : 'value',
    detail,
    documentation: '',
    filter: place.quote + value,
    also: field.path === 'kind' ? missingVersion(context, detail) : [],
  });
}

function quoteOf({ place }: CursorContext, style: WritingStyle): 'single' | 'double' {
  if (place.quote === '') return style.quote;
  return place.quote === "'" ? 'single' : 'double';
}

/** What stands in the same list already. */
function presentItems({ resource, path }: CursorContext): ReadonlySet<string> {
  const index = path.at(-1);
  if (typeof index !== 'number') return new Set();
  return new Set(textsAt(resource.node, path.slice(0, -1)).filter((_, at) => at !== index));
}

/** The apiVersion of a kind, on the line before it, where none is written. */
function missingVersion(context: CursorContext, apiVersion: string): readonly TextEdit[] {
  const { resource, place, start } = context;
  const pair = findLoosePair(resource.node, 'kind');
  if (resource.apiVersion !== '' || place.flow || pair === undefined || apiVersion === '')
    return [];
  const at = start + pair.key.range.start;
  const indent = ' '.repeat(Math.max(place.parentColumn, 0));
  return [{ range: { start: at, end: at }, newText: `apiVersion: ${apiVersion}\n${indent}` }];
}
