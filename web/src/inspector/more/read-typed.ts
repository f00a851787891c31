import type { Field } from '@portolan/model';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * The value that a typed text is in a field: a number where the field takes one and the text is
 * one, else the text. Blanks around it count only where any text may stand.
 */
export function readTyped({ types, format, values }: Field, typed: string): string | number {
  const isFree = format === null && values.length === 0 && types.length === 1;
  const text = types.includes('string') && isFree ? typed : typed.trim();
  const takesNumber = types.includes('integer') || types.includes('number');
  const number = takesNumber && NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}
