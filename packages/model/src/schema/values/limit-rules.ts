import type { PublishedLimits } from '../published-field.ts';
import { quoted } from './quoted.ts';

// A pattern is only tried on what could be a name or the like, so that none searches for long.
const LONGEST_TRIED = 10_000;

const PLURALS = { character: 'characters', entry: 'entries' } as const;

function amount(count: number, one: keyof typeof PLURALS): string {
  return count === 1 ? `one ${one}` : `${count} ${PLURALS[one]}`;
}

function whyNotCount(
  count: number,
  least: number | undefined,
  most: number | undefined,
  one: keyof typeof PLURALS,
): string | null {
  if (least !== undefined && count < least)
    return `There has to be at least ${amount(least, one)}.`;
  if (most !== undefined && count > most) return `There may be ${amount(most, one)} at most.`;
  return null;
}

/** Why the text breaks the limits of the published schema; null where it keeps them. */
export function whyNotWithinText(limits: PublishedLimits, text: string): string | null {
  const { minLength, maxLength, pattern } = limits;
  const why = whyNotCount([...text].length, minLength, maxLength, 'character');
  if (why !== null || pattern === undefined || text.length > LONGEST_TRIED) return why;
  return new RegExp(pattern, 'u').test(text)
    ? null
    : `${quoted(text)} does not have the form that is asked for: ${pattern}`;
}

/** Why the number breaks the limits of the published schema; null where it keeps them. */
export function whyNotWithinNumber(limits: PublishedLimits, value: number): string | null {
  const { minimum, maximum } = limits;
  if (minimum !== undefined && value < minimum) return `The number has to be at least ${minimum}.`;
  if (maximum !== undefined && value > maximum) return `The number may be ${maximum} at most.`;
  return null;
}

/** Why there are too few or too many items or entries by the published schema; null where there are not. */
export function whyNotWithinItems(limits: PublishedLimits, count: number): string | null {
  return whyNotCount(count, limits.minItems, limits.maxItems, 'entry');
}
