import { formatScalar } from '../../documents/format-scalar.ts';
import type { WritingStyle } from '../../edits/fields/writing-style.ts';
import type { Field } from '../../schema/field.ts';
import type { CursorContext } from '../cursor-context.ts';
import { describeField, typeWords } from './describe-field.ts';
import { flowKey, isCollection, skeletonOfKey } from './key-skeleton.ts';
import { labelIdeas } from './label-ideas.ts';
import { placeKeys, suggestLines } from './placement.ts';
import { writeStop } from './stops.ts';
import type { Suggestion } from './suggestion.ts';
import { hasIdeas } from './value-ideas.ts';

/** The keys that can stand in a mapping: what has to be there first, then what is common, then all else. */
export function suggestKeys(
  context: CursorContext,
  mapping: Field,
  style: WritingStyle,
): readonly Suggestion[] {
  const { place } = context;
  if (place.partsLines && !place.hasColon && !place.flow) return [];
  if (mapping.type === 'map') return suggestLabels(context, mapping, style);
  const present = new Set(place.siblings);
  const fields = mapping.fields.filter((field) => isFree(field, present));
  return orderKeys(fields).map((field) => suggestKey(context, field, style));
}

/** Not there yet, and nothing there that it must not stand beside. */
function isFree({ name, choice, path }: Field, present: ReadonlySet<string>): boolean {
  if (present.has(name) || path === 'status') return false;
  return choice === null || !choice.of.some((other) => other !== name && present.has(other));
}

function orderKeys(fields: readonly Field[]): readonly Field[] {
  const rank = ({ required, deprecation }: Field) => (deprecation !== null ? 2 : required ? 0 : 1);
  return fields.toSorted((left, right) => rank(left) - rank(right));
}

function suggestKey(context: CursorContext, field: Field, style: WritingStyle): Suggestion {
  const { place } = context;
  return suggestLines(context, placeKeys(context, style), linesOf(context, field, style), {
    label: field.name,
    kind: 'field',
    detail: field.required ? `${typeWords(field)}, has to be there` : typeWords(field),
    documentation: describeField(field),
    filter: place.quote + field.name,
    isDeprecated: field.deprecation !== null,
    goesOn: !place.hasColon && hasIdeas(firstToFill(field)),
  });
}

function linesOf(
  { place, document }: CursorContext,
  field: Field,
  style: WritingStyle,
): readonly string[] {
  const always = place.quote !== '' || style.json;
  const quote = place.quote === "'" ? 'single' : 'double';
  const key = formatScalar(field.name, { quote, always });
  if (place.hasColon) return [key];
  if (place.flow) return [flowKey(field, key) + commaBehind(document.text, place.token.end)];
  const [first = '', ...rest] = skeletonOfKey(field, style);
  return always ? [first.replace(field.name, () => key), ...rest] : [first, ...rest];
}

/** The comma that parts a key in braces from what follows. */
function commaBehind(text: string, end: number): string {
  return /^\s*[,\]}]/.test(text.slice(end)) ? '' : ',';
}

/** The field at the first stop: where the cursor is after the key is written. */
function firstToFill(field: Field): Field {
  if (field.type === 'list') return field.items === null ? field : firstToFill(field.items);
  const required = isCollection(field) ? field.fields.find((one) => one.required) : undefined;
  return required === undefined ? field : firstToFill(required);
}

/** Labels as pairs, for each key the first value; of other maps the user names the keys. */
function suggestLabels(
  context: CursorContext,
  { format, items, path }: Field,
  style: WritingStyle,
): readonly Suggestion[] {
  const { place } = context;
  const isLabels = format === 'labels' || /(?:[lL]abels|selector)$/.test(path);
  if (!isLabels || items?.type !== 'string') return [];
  const present = new Set(place.siblings);
  return labelIdeas(context)
    .filter(({ key }) => !present.has(key))
    .map(({ key, value, detail }) => {
      const written = formatScalar(key, { quote: style.quote });
      const pair = `${written}: ${writeStop(1, formatScalar(value, { quote: style.quote }))}`;
      return suggestLines(context, placeKeys(context, style), [place.hasColon ? written : pair], {
        label: place.hasColon ? key : `${key}: ${value}`,
        kind: 'name',
        detail,
        documentation: '',
        filter: place.quote + key,
      });
    });
}
