import { nearestWords } from '../../../schema/nearest-words.ts';
import { PORT_PROTOCOLS } from '../../../schema/values/http-rules.ts';
import type { FieldValue } from '../../edit-command.ts';
import { takeOutFix, valueHere, writeFix } from '../fix-field.ts';
import type { Fixable, Fixer } from '../quick-fix.ts';

/** What mends the findings of a rule: Istio's words for it, and the ways out. The first that fits counts. */
export type RuleFixer = readonly [rule: RegExp, fixer: Fixer];

/** A fixer that writes one value, whatever is there. */
export function write(...values: readonly FieldValue[]): Fixer {
  return (fixable) => values.map((value) => writeFix(fixable, value));
}

/** A fixer that makes another text of the one that is there; none where it gives the same or nothing. */
export function rewrite(change: (text: string, fixable: Fixable) => string | null): Fixer {
  return (fixable) => {
    const text = valueHere(fixable);
    if (typeof text !== 'string') return [];
    const changed = change(text, fixable);
    return changed === null || changed === text ? [] : [writeFix(fixable, changed)];
  };
}

/** A fixer that takes fields out that stand beside the finding's. */
export function takeOutBeside(...names: readonly string[]): Fixer {
  return (fixable) =>
    names.map((name) => takeOutFix(fixable, [...fixable.path.slice(0, -1), name]));
}

/** The ways of several fixers, one after the other. */
export function either(...fixers: readonly Fixer[]): Fixer {
  return (fixable) => fixers.flatMap((fixer) => fixer(fixable));
}

/** The nearest percentage: 100 of what is more, the least there is of what is too small. */
export const clamp: Fixer = (fixable) => {
  const value = Number(valueHere(fixable));
  return [writeFix(fixable, value > 100 ? 100 : value > 0 ? 0.0001 : 0)];
};

/** The protocols of ports that are written nearly so. */
export const nearProtocols: Fixer = (fixable) =>
  nearestWords(String(valueHere(fixable) ?? ''), PORT_PROTOCOLS)
    .slice(0, 3)
    .map((word) => writeFix(fixable, word));
