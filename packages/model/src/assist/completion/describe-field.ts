import type { Field } from '../../schema/field.ts';
import { exampleOf } from './field-example.ts';

const MOST_VALUES = 12;

/** What stands at a field, in a word or two: `list of texts`. */
export function typeWords(field: Field): string {
  switch (field.type) {
    case 'string':
      return field.values.length > 0 ? 'one of several words' : 'text';
    case 'integer':
      return 'whole number';
    case 'number':
      return 'number';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'fields';
    case 'map':
      return `names and ${field.items === null ? 'values' : plural(field.items)}`;
    case 'list':
      return `list of ${field.items === null ? 'values' : plural(field.items)}`;
    case 'union':
      return 'text or number';
    case 'any':
      return 'anything';
  }
}

function plural({ type }: Field): string {
  switch (type) {
    case 'string':
      return 'texts';
    case 'integer':
    case 'number':
      return 'numbers';
    case 'boolean':
      return 'true or false';
    case 'list':
      return 'lists';
    case 'object':
    case 'map':
      return 'blocks of fields';
    case 'union':
    case 'any':
      return 'values';
  }
}

/** What a field is for, and what may stand there, as Markdown. */
export function describeField(field: Field): string {
  const { description, defaultValue, deprecation, values, choice, name } = field;
  const example = exampleOf(field);
  const others = choice?.of.filter((one) => one !== name) ?? [];
  return [
    deprecation === null ? '' : `**No longer in use.** ${deprecation}`,
    description.trim(),
    values.length === 0 ? '' : `One of: ${listValues(values)}`,
    defaultValue === null ? '' : `Default: ${defaultValue}`,
    others.length === 0 ? '' : `Not together with ${others.map((one) => `\`${one}\``).join(', ')}.`,
    example === null ? '' : `For example: \`${example}\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function listValues(values: readonly string[]): string {
  const shown = values.slice(0, MOST_VALUES).map((value) => `\`${value}\``);
  return shown.join(', ') + (values.length > MOST_VALUES ? ' …' : '');
}
