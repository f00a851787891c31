import { valueAt } from '../../fields/field-operation.ts';
import { setField, takeOutFix, writeAtFix } from '../fix-field.ts';
import type { Fixer } from '../quick-fix.ts';

/** A destination without a weight: what the others leave of 100, or none. */
export const fixMissingWeight: Fixer = (fixable) => {
  const { sum, host } = fixable.diagnostic.data;
  const path = [...fixable.path, 'weight'];
  const rest = typeof sum === 'number' && sum < 100 ? [100 - sum] : [];
  return [
    ...rest.map((weight) => writeAtFix(fixable, path, weight, `Give ${host} the weight ${weight}`)),
    writeAtFix(fixable, path, 0, `Give ${host} the weight 0, as it is now`),
  ];
};

/** A destination that is in the route already: one of them, with both weights. */
export const fixSameDestination: Fixer = (fixable) => {
  const { diagnostic, resource, path } = fixable;
  const own = path.slice(0, -2);
  const first = diagnostic.related[0]?.path.slice(0, -2) ?? [];
  const weights = [first, own].map((place) => valueAt(resource.value, [...place, 'weight']));
  const numbers = weights.map((weight) => (typeof weight === 'number' ? weight : 0));
  const sum = numbers.reduce((all, weight) => all + weight, 0);
  const port = (place: typeof own) =>
    valueAt(resource.value, [...place, 'destination', 'port', 'number']);
  // With another port it is another place that requests go to.
  if (first.length === 0 || port(first) !== port(own)) return [];
  const takeOut = takeOutFix(fixable, own);
  return [
    {
      title: 'Keep one of them, with both weights',
      commands:
        sum === numbers[0]
          ? takeOut.commands
          : [setField(resource.id, [...first, 'weight'], sum), ...takeOut.commands],
    },
  ];
};
