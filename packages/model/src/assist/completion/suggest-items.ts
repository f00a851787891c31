import type { FieldValue } from '../../edits/edit-command.ts';
import { formatItem } from '../../edits/fields/format-value.ts';
import type { WritingStyle } from '../../edits/fields/writing-style.ts';
import type { Field } from '../../schema/field.ts';
import type { CursorContext } from '../cursor-context.ts';
import { describeField, typeWords } from './describe-field.ts';
import { itemSnippets } from './item-snippets.ts';
import { skeletonOfItem } from './key-skeleton.ts';
import { type Placement, placeItems, placeToken, suggestLines } from './placement.ts';
import { withStops } from './stops.ts';
import type { Suggestion } from './suggestion.ts';
import { hasIdeas, valueIdeas } from './value-ideas.ts';

/** Items for a list that has none where the cursor is: each with its dash. */
export function suggestItems(
  context: CursorContext,
  list: Field,
  style: WritingStyle,
): readonly Suggestion[] {
  const { items } = list;
  if (items === null || context.place.flow) return [];
  const placement = placeItems(context, style);
  const isScalar = items.type !== 'object' && items.type !== 'map' && items.type !== 'list';
  const ideas = isScalar ? valueIdeas(context, items) : [];
  const lines = (value: FieldValue) => formatItem(value, style);
  return [
    ...ideas.map(({ value, detail, isName }) =>
      suggestLines(context, placement, lines(value), {
        label: `- ${value}`,
        kind: isName ? 'name' : 'value',
        detail,
        documentation: '',
        filter: String(value),
      }),
    ),
    ...suggestSnippets(context, list, placement, lines),
    suggestLines(context, placement, skeletonOfItem(items, style), {
      label: '- ',
      kind: 'snippet',
      detail: `an item: ${typeWords(items)}`,
      documentation: describeField(items),
      filter: '-',
      goesOn: hasIdeas(items),
    }),
  ];
}

/** Whole items behind a dash that is there. */
export function suggestItemContents(
  context: CursorContext,
  list: Field,
  style: WritingStyle,
): readonly Suggestion[] {
  const withoutDash = (value: FieldValue) => formatItem(value, style).map((line) => line.slice(2));
  return suggestSnippets(context, list, placeToken(context), withoutDash);
}

function suggestSnippets(
  context: CursorContext,
  list: Field,
  placement: Placement,
  linesOf: (value: FieldValue) => readonly string[],
): readonly Suggestion[] {
  return itemSnippets(context, list).map(({ label, detail, value, words }) =>
    suggestLines(context, placement, withStops(linesOf(value).join('\n'), words).split('\n'), {
      label,
      kind: 'snippet',
      detail,
      documentation: `\`\`\`yaml\n${linesOf(value).join('\n')}\n\`\`\``,
    }),
  );
}
