import { takeOutFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** Two fields of which only one can be: one of them has to go. */
export const fixChoice: Fixer = (fixable) => {
  const { first, second } = fixable.diagnostic.data;
  const around = fixable.path.slice(0, -1);
  return [second, first].flatMap((name) =>
    typeof name === 'string' ? [takeOutFix(fixable, [...around, name])] : [],
  );
};
